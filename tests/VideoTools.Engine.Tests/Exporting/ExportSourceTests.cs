using VideoTools.Engine.Tests.Media.Decoding;

namespace VideoTools.Engine.Tests.Exporting;

/// <summary>Sources as phones, cameras and strangers make them.</summary>
public sealed class ExportSourceTests : ExportTestBase
{
    public static TheoryData<string> HostileNames =>
    [
        "qu\"ote.mp4", "it's.mp4", "100% %d.mp4", "new\nline.mp4", "x\" -f null - -i \"y.mkv", "end\\", "-y.mp4", "ünï 日本 🎬.mp4", "a:b,c;d[e].mp4",
        "{aspect}.mp4", "file:x.mp4", "$(id).mp4",
    ];

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void HostileName_OfSourceAndTarget_IsAName(string name)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Its file systems refuse such names.
        }

        var source = At(name);
        File.Copy(Still, source);

        var video = ExportOne(Lossless, new VideoInput(source) { Shots = [Shot(source, 0, 0, 64, 64, aspect: "1:1")], Destination = At("out " + name + ".mkv") });
        var (records, errors, _) = Export(Lossless, new VideoInput(source) { Shots = [Shot(source, 0, 0, 64, 64, aspect: "1:1")] });

        Assert.Equal(64, video.Width);
        Assert.Empty(errors);
        Assert.Equal(Path.GetFileNameWithoutExtension(name) + ".1x1" + (name.EndsWith(".mkv", StringComparison.Ordinal) ? ".mkv" : ".mp4"), Path.GetFileName(Assert.Single(records).FullName));
        Assert.Equal(3, Directory.GetFiles(Folder).Length);
    }

    [Theory]
    [InlineData(90, 360, 640)]
    [InlineData(180, 640, 360)]
    [InlineData(270, 360, 640)]
    public void RotatedClip_IsCutAsItIsShown_AndUpright(int rotation, int width, int height)
    {
        var plain = TestClip.Make("export-plain.mp4", "-f", "lavfi", "-i", "testsrc2=s=640x360:r=25:d=1", "-c:v", "libx264", "-qp", "0", "-preset", "ultrafast", "-pix_fmt", "yuv420p");
        var rotated = TestClip.Make($"export-rotated-{rotation}.mp4", "-i", plain, "-c", "copy", "-metadata:s:v:0", $"rotate={(360 - rotation) % 360}");
        var shown = Luma(rotated, width, height);

        var video = ExportOne(Lossless, rotated, "a.mp4", Shot(rotated, 20, 30, 200, 300));

        Assert.Equal(Cut(shown[5], width, 20, 30, 200, 300), Luma(video.FullName, 200, 300)[5]);
        Assert.Equal("", Probe(video.FullName, "stream_side_data=rotation").Trim(','));
    }

    [Fact]
    public void AnamorphicClip_GetsSquarePixels()
    {
        var wide = TestClip.Make("export-sar.mp4", "-f", "lavfi", "-i", "testsrc2=s=360x288:r=25:d=1", "-vf", "setsar=16/11", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");

        var video = ExportOne(Lossless, wide, "a.mp4", Shot(wide, 300, 0, 162, 288));

        Assert.Equal("162,288,1:1", Probe(video.FullName, "stream=width,height,sample_aspect_ratio"));
    }

    [Theory]
    [InlineData("libx265", "yuv420p10le")]
    [InlineData("libx264", "yuv420p10le")]
    public void HdrClip_KeepsItsBitsTagsAndScreen(string encoder, string pixelFormat)
    {
        var hdr = TestClip.Make("export-hdr.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=1", "-vf", "format=yuv420p10le",
            "-c:v", "libx265", "-preset", "ultrafast", "-tag:v", "hvc1",
            "-color_primaries", "bt2020", "-color_trc", "smpte2084", "-colorspace", "bt2020nc",
            "-x265-params", "log-level=none:hdr10=1:repeat-headers=1:master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50):max-cll=1000,400");

        var video = ExportOne(new CropExportOptions { Encoder = encoder, Preset = "ultrafast" }, hdr, "a.mp4", Shot(hdr, 0, 0, 100, 180));

        Assert.Equal($"{pixelFormat},tv,bt2020nc,smpte2084,bt2020", Probe(video.FullName, "stream=pix_fmt,color_range,color_space,color_transfer,color_primaries"));
        if (encoder == "libx264")
        {
            return; // ffmpeg 5 does not read the screen back from H.264.
        }

        var side = VideoTools.TestMedia.Ffmpeg.Probe("-select_streams", "v:0", "-show_frames", "-read_intervals", "%+#1", video.FullName);
        Assert.Contains("red_x=34000/50000", side, StringComparison.Ordinal);
        Assert.Contains("max_luminance=10000000/10000", side, StringComparison.Ordinal);
        Assert.Contains("max_content=1000", side, StringComparison.Ordinal);
    }

    [Fact]
    public void FullRangeAndTags_StayWhatTheyAre()
    {
        var full = TestClip.Make("export-full.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=1", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuvj420p",
            "-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709");
        var before = Luma(full, 320, 180);

        var video = ExportOne(Lossless, full, "a.mp4", Shot(full, 0, 0, 100, 180));

        Assert.Equal("pc,bt709,bt709,bt709", Probe(video.FullName, "stream=color_range,color_space,color_transfer,color_primaries"));
        Assert.Equal(Cut(before[3], 320, 0, 0, 100, 180), Luma(video.FullName, 100, 180)[3]);
    }

    [Fact]
    public void SoundSubtitlesChaptersAndMetadata_AreKept_CoversAndDataAreNot()
    {
        File.WriteAllText(At("s.srt"), "1\n00:00:00,500 --> 00:00:01,500\nHello\n");
        File.WriteAllText(At("c.txt"), ";FFMETADATA1\ntitle=A \"title\" with 100% 'quotes'\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=2000\ntitle=One\n");
        VideoTools.TestMedia.Ffmpeg.Run("-f", "lavfi", "-i", "color=red:s=64x64:d=1", "-frames:v", "1", At("cover.png"));
        VideoTools.TestMedia.Ffmpeg.Run("-i", Still, "-i", At("s.srt"), "-i", At("c.txt"), "-i", At("cover.png"), "-map", "0:v", "-map", "0:a", "-map", "1", "-map", "3",
            "-map_metadata", "2", "-map_chapters", "2", "-c:v:0", "libx264", "-preset", "ultrafast", "-c:v:1", "png", "-disposition:v:1", "attached_pic",
            "-c:a", "aac", "-c:s", "mov_text", "-metadata:s:a:0", "language=deu", At("rich.mp4"));

        var video = ExportOne(Lossless, At("rich.mp4"), "a.mp4", Shot(At("rich.mp4"), 0, 0, 100, 180));

        Assert.Equal(["video,h264", "audio,aac", "subtitle,mov_text"],
            VideoTools.TestMedia.Ffmpeg.Probe("-show_entries", "stream=codec_type,codec_name", "-of", "csv=p=0", video.FullName).Split('\n')
                .Select(line => string.Join(',', line.Trim().Split(',').Reverse())).Where(line => !line.Contains("bin_data", StringComparison.Ordinal)));
        Assert.Equal("deu", Probe(video.FullName, "stream_tags=language", "a:0"));
        Assert.Equal("A \"title\" with 100% 'quotes'", VideoTools.TestMedia.Ffmpeg.Probe("-show_entries", "format_tags=title", "-of", "default=nk=1:nw=1", video.FullName));
        Assert.EndsWith(",One", VideoTools.TestMedia.Ffmpeg.Probe("-show_chapters", "-of", "csv=p=0", video.FullName), StringComparison.Ordinal);

        // Copied, not made anew: the same packets.
        Assert.Equal(PacketHash(At("rich.mp4")), PacketHash(video.FullName));
    }

    [Theory]
    [InlineData("libx264", "a.mov", "h264")]
    [InlineData("libx265", "a.mkv", "hevc")]
    [InlineData("libsvtav1", "a.mp4", "av1")]
    [InlineData("libvpx-vp9", "a.webm", "vp9")]
    public void Encoders_WriteWhatTheySay(string encoder, string name, string codec)
    {
        var video = ExportOne(new CropExportOptions { Encoder = encoder, Crf = 40, Preset = "ultrafast" }, Still, name, Shot(Still, 0, 0, 202, 360));

        Assert.Equal((encoder, codec), (video.Encoder, Probe(video.FullName, "stream=codec_name")));
        Assert.Equal("100", Probe(video.FullName, "stream=nb_read_packets", "v:0") is "N/A" or "" ? VideoTools.TestMedia.Ffmpeg.Probe("-count_packets", "-select_streams", "v:0", "-show_entries", "stream=nb_read_packets", "-of", "csv=p=0", video.FullName) : "100");
        Assert.True(video is { Length: > 1000, Speed: > 0, ShotCount: 1, Mode: CropMode.Static });
    }

    [Fact]
    public void NothingKnownOfTheWindows_TheyAreFound_AndEqualStemsGetDistinctNames()
    {
        Directory.CreateDirectory(At("one"));
        Directory.CreateDirectory(At("two"));
        File.Copy(Still, At("one/clip.mkv"));
        File.Copy(Still, At("two/clip.mkv"));
        var options = Lossless with { Destination = At("out/{stem}.{aspect}{ext}"), Path = new CropPathOptions { Aspect = new AspectRatio(4, 5), Mode = CropMode.Static } };

        var (records, errors, _) = Export(options, new VideoInput(At("one/clip.mkv")), new VideoInput(At("two/clip.mkv")));

        Assert.Empty(errors);
        Assert.Equal([At("out/clip.4x5.mkv"), At("out/clip.4x5-2.mkv")], records.Select(record => record.FullName));
        Assert.All(records, record => Assert.Equal((288, 360), (record.Width, record.Height)));
    }

    [Fact]
    public void SceneOfAVideo_IsWrittenAlone()
    {
        var video = ExportOne(Lossless, Still, "a.mkv", Shot(Still, 0, 0, 202, 360, 1, 2.2) with { SceneIndex = 2 });

        var frames = Luma(video.FullName, 202, 360);
        var source = Luma(Still, 640, 360);
        Assert.Equal(30, frames.Length);
        Assert.All(frames.Index(), frame => Assert.Equal(Cut(source[frame.Index + 25], 640, 0, 0, 202, 360), frame.Item));
        Assert.InRange(video.Duration.TotalSeconds, 1.18, 1.24);
        Assert.Equal(2, video.SceneIndex);
    }

    private static string PacketHash(string path) =>
        System.Text.Encoding.ASCII.GetString(VideoTools.TestMedia.Ffmpeg.Capture("-i", path, "-map", "0:a", "-c", "copy", "-f", "data", "-")).GetHashCode(StringComparison.Ordinal).ToString();
}
