using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding;

public sealed class ProbeTests : DecodingTestBase
{
    private static string Sound(string name, params string[] more) =>
        TestClip.Make(name, ["-f", "lavfi", "-i", "sine=d=1", .. more]);

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_FullFile_FillsEveryField()
    {
        var path = TestClip.Make(
            "full.mkv",
            "-f", "lavfi", "-i", "testsrc2=s=320x180:r=24000/1001:d=2",
            "-f", "lavfi", "-i", "sine=d=2:r=48000",
            "-f", "lavfi", "-i", "sine=d=2:r=22050",
            "-map", "0", "-map", "1", "-map", "2", "-ac:a:0", "2", "-metadata", "title=A test; with=signs",
            "-metadata:s:a:0", "language=deu",
            "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p10le", "-c:a:0", "flac", "-c:a:1", "pcm_s16le");

        var probe = Probe(path);
        var info = probe.Info;

        Assert.Equal(path, info.FullName);
        Assert.Equal("matroska,webm", info.Container);
        Assert.InRange(info.DurationSeconds!.Value, 1.99, 2.05);
        Assert.Equal(info.DurationSeconds!.Value, info.Duration!.Value.TotalSeconds, 6);
        Assert.Equal((320, 180, 320, 180), (info.Width, info.Height, info.CodedWidth, info.CodedHeight));
        Assert.Equal("h264", info.VideoCodec);
        Assert.Equal(new Rational(24000, 1001), info.FrameRate);
        Assert.False(info.IsVariableFrameRate);
        Assert.Equal(new Rational(1, 1000), info.TimeBase);
        Assert.Equal("yuv420p10le", info.PixelFormat);
        Assert.Equal(10, info.BitDepth);
        Assert.False(info.IsHdr);
        Assert.Equal(2, info.AudioTrackCount);
        Assert.Equal("0:flac:2ch:48000Hz:deu;1:pcm_s16le:1ch:22050Hz", info.AudioTracks.ToString());
        Assert.Equal(new FileInfo(path).Length, info.Length);
        Assert.Contains("title=A test; with=signs", info.Tags);
        Assert.Equal([1, 2], probe.AudioStreamIndexes);
        Assert.NotEmpty(probe.Build.Version);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_FrameCount_FromTheContainerOrExact()
    {
        var mp4 = TestClip.Make("count.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=2", "-c:v", "libx264");
        var mkv = TestClip.Make("count.mkv", "-i", mp4, "-c", "copy");

        Assert.Equal((50, false), (Probe(mp4).Info.FrameCount, Probe(mp4).Info.IsFrameCountExact));
        Assert.Null(Probe(mkv).Info.FrameCount);
        var counted = Probe(mkv, count: true).Info;
        Assert.Equal((50, true), (counted.FrameCount, counted.IsFrameCountExact));
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("v-cfr.mp4", "testsrc2=s=64x48:r=30:d=4", null, false)]
    [InlineData("v-film.mp4", "testsrc2=s=64x48:r=24000/1001:d=4", null, false)]
    [InlineData("v-film.mkv", "testsrc2=s=64x48:r=24000/1001:d=4", null, false)]
    [InlineData("v-ntsc.mkv", "testsrc2=s=64x48:r=60000/1001:d=4", null, false)]
    [InlineData("v-ntsc.ts", "testsrc2=s=64x48:r=30000/1001:d=4", null, false)]
    [InlineData("v-lastlong.mp4", "testsrc2=s=64x48:r=30:d=4", "setpts='PTS+gte(N,119)*0.02/TB'", false)]
    [InlineData("v-gaps.mp4", "testsrc2=s=64x48:r=60:d=4", "select='not(mod(n\\,7))+not(mod(n\\,4))'", true)]
    [InlineData("v-twospeeds.mp4", "testsrc2=s=64x48:r=30:d=8", "select='lt(t\\,4)+not(mod(n\\,3))'", true)]
    public void Probe_FrameRate_VariableOnlyWhereFramesDiffer(string name, string source, string? filter, bool expected)
    {
        var path = TestClip.Make(
            name, ["-f", "lavfi", "-i", source, .. filter is null ? Array.Empty<string>() : ["-vf", filter, "-vsync", "vfr"], "-c:v", "libx264", "-preset", "ultrafast"]);

        var info = Probe(path).Info;

        Assert.True(expected == info.IsVariableFrameRate, $"{info.FrameRate} of {info.FrameCount}");
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_MatroskaThatStatesAWrongRate_IsVariableWhenCounted()
    {
        var path = TestClip.Make(
            "v-gaps.mkv", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=60:d=4", "-vf", "select='not(mod(n\\,7))+not(mod(n\\,4))'", "-vsync", "vfr", "-c:v", "libx264");
        var steady = TestClip.Make("v-film.mkv", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=24000/1001:d=4", "-c:v", "libx264", "-preset", "ultrafast");

        Assert.True(Probe(path, count: true).Info.IsVariableFrameRate);
        Assert.False(Probe(steady, count: true).Info.IsVariableFrameRate);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_CoverBesideVideo_IsCountedAndSkipped()
    {
        var cover = TestClip.Make("cover.jpg", "-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v", "1");
        var path = TestClip.Make(
            "covered.mp4", "-i", cover, "-f", "lavfi", "-i", "testsrc2=s=128x96:d=1", "-map", "0", "-map", "1", "-c:v:0", "copy", "-c:v:1", "libx264", "-disposition:v:0", "attached_pic", "-disposition:v:1", "default");

        var probe = Probe(path);

        Assert.Equal(1, probe.Info.CoverPictureCount);
        Assert.Equal((128, 96), (probe.Info.Width, probe.Info.Height));
        Assert.Equal("h264", probe.Info.VideoCodec);
        Assert.Equal(25, Decode(path).Sink.Frames.Count);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_SoundOnly_NoVideoStream() => AssertError(Sound("sound.wav"), VideoErrorId.NoVideoStream);

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_SoundWithCover_NoVideoStream()
    {
        var cover = TestClip.Make("cover.jpg", "-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v", "1");
        var path = TestClip.Make(
            "song.m4a", "-f", "lavfi", "-i", "sine=d=1", "-i", cover, "-map", "0", "-map", "1", "-c:a", "aac", "-c:v", "copy", "-disposition:v:0", "attached_pic");

        AssertError(path, VideoErrorId.NoVideoStream);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_MissingFile_FileNotFound() => AssertError(Path.Combine(TestClip.Folder, "none.mp4"), VideoErrorId.FileNotFound);

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_Directory_NotAFile() => AssertError(TestClip.Folder, VideoErrorId.NotAFile);

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_EmptyFile_FileEmpty() => AssertError(TestClip.Write("empty.mp4", []), VideoErrorId.FileEmpty);

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_TextFile_InvalidVideo() =>
        AssertError(TestClip.Write("text.mp4", "This is no video, whatever its name says.\n"u8.ToArray()), VideoErrorId.InvalidVideo);

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_RandomBytes_InvalidVideo()
    {
        var bytes = new byte[20000];
        new Random(1).NextBytes(bytes);
        AssertError(TestClip.Write("random.mp4", bytes), VideoErrorId.InvalidVideo);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_Mp4WithoutIndex_SaysItWasCutOff()
    {
        var whole = TestClip.Make("count.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=2", "-c:v", "libx264");
        var bytes = File.ReadAllBytes(whole);

        var e = AssertError(TestClip.Write("noindex.mp4", bytes[..(bytes.Length / 2)]), VideoErrorId.InvalidVideo);

        Assert.Contains("cut off", e.Error.RecommendedAction, StringComparison.Ordinal);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_NamedPipe_NotAFileWithoutWaiting()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Windows has no named pipes in folders.
        }

        var pipe = Path.Combine(TestClip.Folder, "pipe.mp4");
        TestClip.Run("mkfifo", [pipe]);

        AssertError(pipe, VideoErrorId.NotAFile);
        AssertError("/dev/zero", VideoErrorId.NotAFile);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Probe_BrokenLink_FileNotFound()
    {
        var link = Path.Combine(TestClip.Folder, "link.mp4");
        File.CreateSymbolicLink(link, Path.Combine(TestClip.Folder, "nowhere.mp4"));

        AssertError(link, VideoErrorId.FileNotFound);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("-version.mp4")]
    [InlineData("a b'c\"d;e$(f).mp4")]
    [InlineData("frame%03d.mp4")]
    [InlineData("with:colon|and*star?[x].mp4")]
    [InlineData("concat:x.mp4")]
    [InlineData("Überblick 東京.mp4")]
    public void Probe_StrangeNames_AreNamesOnly(string name)
    {
        var path = TestClip.Write(name, File.ReadAllBytes(TestClip.Make("count.mp4", "-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=2", "-c:v", "libx264")));

        Assert.Equal(50, Decode(path).Sink.Frames.Count);
    }

    private static VideoToolsException AssertError(string path, VideoErrorId id)
    {
        var e = Assert.Throws<VideoToolsException>(() => Probe(path));
        Assert.Equal(id, e.Error.Id);
        Assert.Equal(path, e.Error.FullName);
        Assert.NotEmpty(e.Error.RecommendedAction);
        return e;
    }
}
