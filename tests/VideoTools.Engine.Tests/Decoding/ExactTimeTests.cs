namespace VideoTools.Engine.Tests.Decoding;

public sealed class ExactTimeTests : DecodingTestBase
{
    private static readonly string[] _h264 = ["-c:v", "libx264", "-preset", "ultrafast", "-bf", "2"];

    public static TheoryData<string> Clips => [.. _clips.Keys];

    private static readonly Dictionary<string, string[]> _clips = new()
    {
        ["cfr25.mp4"] = ["-f", "lavfi", "-i", "testsrc2=s=128x96:r=25:d=2", .. _h264],
        ["ntsc-film.mp4"] = ["-f", "lavfi", "-i", "testsrc2=s=128x96:r=24000/1001:d=2", .. _h264],
        ["ntsc-film.mkv"] = ["-f", "lavfi", "-i", "testsrc2=s=128x96:r=24000/1001:d=2", .. _h264],
        ["timescale.mov"] = ["-f", "lavfi", "-i", "testsrc2=s=128x96:r=30000/1001:d=2", .. _h264, "-video_track_timescale", "600"],
        ["odd-timescale.mp4"] = ["-f", "lavfi", "-i", "testsrc2=s=128x96:r=7:d=3", .. _h264, "-video_track_timescale", "12347"],
        ["vfr.mp4"] = ["-f", "lavfi", "-i", "testsrc2=s=128x96:r=60:d=3", "-vf", "select='not(mod(n\\,7))+not(mod(n\\,4))'", "-vsync", "vfr", .. _h264],
        ["vfr.mkv"] = ["-f", "lavfi", "-i", "testsrc2=s=128x96:r=60:d=3", "-vf", "select='not(mod(n\\,7))+not(mod(n\\,4))'", "-vsync", "vfr", .. _h264],
        ["offset.ts"] = ["-f", "lavfi", "-i", "testsrc2=s=128x96:r=25:d=2", .. _h264, "-muxdelay", "0", "-output_ts_offset", "12.34"],
        ["film.avi"] = ["-f", "lavfi", "-i", "testsrc2=s=128x96:r=24000/1001:d=2", "-c:v", "mpeg4", "-bf", "2"],
    };

    [Theory]
    [MemberData(nameof(Clips))]
    public void Decode_AnyContainer_TimesEqualFfprobes(string name)
    {
        var path = TestClip.Make(name, _clips[name]);
        var probe = Probe(path);
        var start = (long)Math.Round(probe.StartTime / probe.Info.TimeBase.ToDouble());

        var (sink, summary) = Decode(path);

        Assert.Equal(TestClip.FrameTimes(path).Select(t => t - start), sink.Frames.Select(f => f.Pts));
        Assert.Equal(Enumerable.Range(0, sink.Frames.Count).Select(i => (long)i), sink.Frames.Select(f => f.Index));
        Assert.Equal(RecordStatus.Ok, summary.Status);
        Assert.Equal(0, summary.DecodeErrorCount);
        Assert.Equal(sink.Frames.Count, summary.FrameCount);
        Assert.True(summary.EndPts > sink.Frames[^1].Pts);
    }
}
