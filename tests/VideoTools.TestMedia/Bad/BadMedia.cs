using System.Text;
using VideoTools.TestMedia.Rendering;
using VideoTools.TestMedia.Scenes;

namespace VideoTools.TestMedia.Bad;

/// <summary>Makes the files of <see cref="BadMediaKind"/>. Everything comes from ffmpeg's own sources: no fetched film is needed.</summary>
public static class BadMedia
{
    /// <summary>Frames of the ordinary clips here.</summary>
    public const int FrameCount = 50;

    /// <summary>Frames before truncation or damage in the Truncated and Damaged kinds.</summary>
    public const int LongFrameCount = 250;

    /// <summary>False where file permissions do not bind the user (root, Windows).</summary>
    public static bool IsUnreadableEnforced => !OperatingSystem.IsWindows() && !Environment.IsPrivilegedProcess;

    private static string Source => Video(320, 180, FrameCount);

    /// <summary>The path of the file, made when it is not in the cache.</summary>
    public static string Create(BadMediaKind kind)
    {
        if (kind == BadMediaKind.Missing)
        {
            return Path.Combine(RepositoryPaths.Media, "bad", "there is no such file.mp4");
        }

        var (file, make) = Recipe(kind);
        return MediaCache.GetOrCreate("bad-" + kind, file, $"{kind} 3", make);
    }

    private static (string File, Action<string> Make) Recipe(BadMediaKind kind) => kind switch
    {
        BadMediaKind.Directory => ("folder.mp4", path => Directory.CreateDirectory(path)),
        BadMediaKind.Empty => ("empty.mp4", path => File.WriteAllBytes(path, [])),
        BadMediaKind.Text => ("text.mp4", path => File.WriteAllText(path, "This is a shopping list, not a video.\nmilk\nbread\n")),
        BadMediaKind.RandomBytes => ("random.mp4", path => File.WriteAllBytes(path, Noise(4096))),
        BadMediaKind.TruncatedMp4 => ("truncated.mp4", path => Truncated(path, "-movflags", "+faststart")),
        BadMediaKind.TruncatedMp4NoIndex => ("truncated-no-index.mp4", path => Truncated(path)),
        BadMediaKind.TruncatedMkv => ("truncated.mkv", path => Truncated(path)),
        BadMediaKind.HeaderOnly => ("header-only.mp4", HeaderOnly),
        BadMediaKind.DamagedPackets => ("damaged.mp4", Damaged),
        BadMediaKind.AudioOnly => ("audio-only.m4a", path => Ffmpeg.Run("-f", "lavfi", "-i", Tone(2), "-c:a", "aac", path)),
        BadMediaKind.AudioWithCover => ("audio-with-cover.m4a", path => WithCover(path, withVideo: false)),
        BadMediaKind.VideoWithCover => ("video-with-cover.mp4", path => WithCover(path, withVideo: true)),
        BadMediaKind.NoAudio => ("no-audio.mp4", path => Encode(path, Source)),
        BadMediaKind.OneFrame => ("one-frame.mp4", path => Encode(path, Video(320, 180, 1))),
        BadMediaKind.OddSize => ("odd.mp4", path => Encode(path, Source, "-vf", "format=yuv444p,scale=321:181", "-pix_fmt", "yuv444p")),
        BadMediaKind.Tiny => ("tiny.mp4", path => Encode(path, Video(64, 64, FrameCount) + ",scale=2:2", "-pix_fmt", "yuv420p")),
        BadMediaKind.OnePixel => ("one-pixel.mkv", path => Encode(path, Video(64, 64, FrameCount) + ",scale=1:1", "-pix_fmt", "yuv444p", "-c:v", "ffv1")),
        BadMediaKind.Rotated90 => ("rotated-90.mp4", path => Rotated(path, 90)),
        BadMediaKind.Rotated180 => ("rotated-180.mp4", path => Rotated(path, 180)),
        BadMediaKind.Rotated270 => ("rotated-270.mp4", path => Rotated(path, 270)),
        BadMediaKind.VariableFrameRate => ("variable.mp4", path => Encode(path, Source, "-vf", $"select='{SceneClipSpec.KeepExpression}'", "-vsync", "passthrough")),
        BadMediaKind.TenBit => ("ten-bit.mp4", path => Encode(path, Source, "-pix_fmt", "yuv420p10le")),
        BadMediaKind.HdrPq => ("hdr-pq.mp4", path => Hdr(path, "smpte2084")),
        BadMediaKind.HdrHlg => ("hdr-hlg.mp4", path => Hdr(path, "arib-std-b67")),
        BadMediaKind.NonAsciiName => ("Überfahrt – 東京 🎬 naïve.mp4", path => Encode(path, Source)),
        BadMediaKind.BracketName => ("clip [1080p] 100%d 'take' (2).mp4", path => Encode(path, Source)),
        BadMediaKind.DashName => ("-i dash.mp4", path => Encode(path, Source)),
        BadMediaKind.AnamorphicWide => ("sar-4-3.mp4", path => Encode(path, Video(320, 240, FrameCount) + ",setsar=4/3")),
        BadMediaKind.AnamorphicNtsc => ("sar-8-9.mp4", path => Encode(path, Video(720, 480, FrameCount) + ",setsar=8/9")),
        BadMediaKind.LongGop => ("long-gop.mp4", path => Encode(path, Video(320, 180, 500), "-g", "9999", "-keyint_min", "9999", "-sc_threshold", "0")),
        BadMediaKind.Interlaced => ("interlaced.mp4", path => Encode(path, Video(320, 180, 100), "-vf", "tinterlace=interleave_top", "-r", "12.5", "-flags", "+ilme+ildct", "-x264opts", "tff=1")),
        BadMediaKind.LateStart => ("late-start.ts", path => Encode(path, Source, "-output_ts_offset", "5", "-muxdelay", "0", "-muxpreload", "0")),
        BadMediaKind.MpegTs => ("transport.ts", path => EncodeWithSound(path, "-c:v", "mpeg2video", "-b:v", "1M", "-c:a", "mp2")),
        BadMediaKind.WebM => ("video.webm", path => EncodeWithSound(path, "-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-c:a", "libopus")),
        BadMediaKind.Avi => ("video.avi", path => EncodeWithSound(path, "-c:v", "mpeg4", "-b:v", "600k", "-c:a", "libmp3lame")),
        BadMediaKind.Gif => ("animation.gif", path => Ffmpeg.Run("-f", "lavfi", "-i", Source, path)),
        BadMediaKind.StillPicture => ("picture.png", path => Ffmpeg.Run("-f", "lavfi", "-i", Source, "-frames:v", "1", path)),
        BadMediaKind.Playlist => ("playlist.m3u8", Playlist),
        BadMediaKind.Unreadable => ("unreadable.mp4", Unreadable),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Video(int width, int height, int frames) =>
        FormattableString.Invariant($"testsrc2=s={width}x{height}:r=25:d={frames / 25.0:0.00}");

    private static string Tone(int seconds) => FormattableString.Invariant($"sine=frequency=440:sample_rate=44100:duration={seconds}");

    // The encoder comes first, so that a kind's own options can override it.
    private static void Encode(string path, string graph, params string[] options) =>
        Ffmpeg.Run(["-f", "lavfi", "-i", graph, "-c:v", "libx264", "-preset", "veryfast", "-crf", "22", .. PixelFormat(options), .. options, "file:" + path]);

    private static void EncodeWithSound(string path, params string[] options) =>
        Ffmpeg.Run(["-f", "lavfi", "-i", Source, "-f", "lavfi", "-i", Tone(2), "-pix_fmt", "yuv420p", "-shortest", .. options, path]);

    private static string[] PixelFormat(string[] options) => options.Contains("-pix_fmt") ? [] : ["-pix_fmt", "yuv420p"];

    private static void Truncated(string path, params string[] options)
    {
        Encode(path, Video(320, 180, LongFrameCount), [.. options, "-g", "25"]);
        using var file = File.OpenWrite(path);
        file.SetLength(file.Length * 6 / 10);
    }

    private static void HeaderOnly(string path)
    {
        // A fragmented mp4 begins with a moov that names the streams and holds no samples: keep that part alone.
        Encode(path, Source, "-movflags", "+frag_keyframe+empty_moov");
        var bytes = File.ReadAllBytes(path);
        var fragment = bytes.AsSpan().IndexOf("moof"u8);
        File.WriteAllBytes(path, bytes[..(fragment - 4)]);
    }

    private static void Damaged(string path)
    {
        Encode(path, Video(320, 180, LongFrameCount), "-movflags", "+faststart", "-g", "25");
        var bytes = File.ReadAllBytes(path);
        var start = bytes.AsSpan().IndexOf("mdat"u8) + 4;
        var random = new SplitMix(99);

        // Twelve stretches of 200 bytes in the middle third of the packets; the length fields around most of them stay whole.
        for (var i = 0; i < 12; i++)
        {
            var offset = start + ((bytes.Length - start) / 3) + (i * (bytes.Length - start) / 36);
            for (var k = 0; k < 200; k++)
            {
                bytes[offset + k] = (byte)random.NextULong();
            }
        }

        File.WriteAllBytes(path, bytes);
    }

    private static void WithCover(string path, bool withVideo)
    {
        var folder = Path.GetDirectoryName(path)!;
        var cover = Path.Combine(folder, "cover.jpg");
        Ffmpeg.Run("-f", "lavfi", "-i", "smptebars=s=600x600", "-frames:v", "1", cover);
        if (withVideo)
        {
            Ffmpeg.Run(
                "-f", "lavfi", "-i", Source, "-f", "lavfi", "-i", Tone(2), "-i", cover, "-map", "0:v", "-map", "1:a", "-map", "2:v",
                "-c:v:0", "libx264", "-pix_fmt:v:0", "yuv420p", "-c:a", "aac", "-c:v:1", "mjpeg", "-disposition:v:1", "attached_pic", path);
        }
        else
        {
            Ffmpeg.Run(
                "-f", "lavfi", "-i", Tone(2), "-i", cover, "-map", "0:a", "-map", "1:v", "-c:a", "aac", "-c:v", "copy",
                "-disposition:v:0", "attached_pic", path);
        }

        File.Delete(cover);
    }

    private static void Rotated(string path, int degrees)
    {
        var plain = path + ".plain.mp4";
        Encode(plain, Source);
        Ffmpeg.Run("-i", plain, "-c", "copy", "-metadata:s:v:0", FormattableString.Invariant($"rotate={degrees}"), path);
        File.Delete(plain);
    }

    private static void Hdr(string path, string transfer) => Ffmpeg.Run(
        "-f", "lavfi", "-i", Source, "-pix_fmt", "yuv420p10le", "-c:v", "libx265", "-preset", "ultrafast", "-tag:v", "hvc1",
        "-color_primaries", "bt2020", "-color_trc", transfer, "-colorspace", "bt2020nc",
        "-x265-params", $"log-level=none:colorprim=bt2020:transfer={transfer}:colormatrix=bt2020nc", path);

    private static void Playlist(string path)
    {
        var segment = Path.Combine(Path.GetDirectoryName(path)!, "segment.ts");
        Encode(segment, Source);
        File.WriteAllText(path, "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2.0,\nsegment.ts\n#EXT-X-ENDLIST\n", new UTF8Encoding(false));
    }

    private static void Unreadable(string path)
    {
        Encode(path, Source);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
        }
    }

    private static byte[] Noise(int count)
    {
        var random = new SplitMix(4);
        var bytes = new byte[count];
        foreach (ref var value in bytes.AsSpan())
        {
            value = (byte)random.NextULong();
        }

        return bytes;
    }
}
