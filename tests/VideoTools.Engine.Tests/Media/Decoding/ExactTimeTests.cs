using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding;

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
    };

    [RequiresTheory(Needs.Ffmpeg)]
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

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_AviWithoutTimeOfItsLastFrame_EveryFrameOneUnitApart()
    {
        // AVI stores no PTS; ffprobe has none for the last frame of a stream with B frames.
        var path = TestClip.Make("film.avi", "-f", "lavfi", "-i", "testsrc2=s=128x96:r=24000/1001:d=2", "-c:v", "mpeg4", "-bf", "2");

        var (sink, summary) = Decode(path);

        Assert.Equal(new Rational(1001, 24000), summary.TimeBase);
        Assert.Equal(48, sink.Frames.Count);
        Assert.All(sink.Frames.Zip(sink.Frames.Skip(1)), pair => Assert.Equal(1, pair.Second.Pts - pair.First.Pts));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_RawH264WithoutTimes_TimesFollowTheRate()
    {
        var path = TestClip.Make("raw.h264", ["-f", "lavfi", "-i", "testsrc2=s=128x96:r=25:d=1", .. _h264]);

        var (sink, _) = Decode(path);

        Assert.Equal(25, sink.Frames.Count);
        var second = sink.TimeBase.Denominator / sink.TimeBase.Numerator;
        Assert.All(sink.Frames, f => Assert.InRange((f.Pts * 25) - (f.Index * second), -25, 25));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_WholeFile_EndIsOneFrameAfterTheLast()
    {
        var (sink, summary) = Decode(TestClip.Make("ntsc-film.mp4", _clips["ntsc-film.mp4"]));

        Assert.Equal(sink.Frames[^1].Pts + 1001, summary.EndPts);
        Assert.Equal(48 * 1001 / 24000.0, summary.EndSeconds, 12);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("cfr25.mp4")]
    [InlineData("ntsc-film.mp4")]
    [InlineData("ntsc-film.mkv")]
    [InlineData("vfr.mp4")]
    [InlineData("offset.ts")]
    public void Decode_RangeMadeOfFrameTimes_DeliversExactlyThoseFrames(string name)
    {
        var path = TestClip.Make(name, _clips[name]);
        var (whole, _) = Decode(path);
        var (first, end) = (whole.Frames.Count / 3, 2 * whole.Frames.Count / 3);
        TimeSpan Time(int i) => MediaTime.ToTimeSpan(whole.Frames[i].Pts, whole.TimeBase);

        var (part, _) = Decode(path, p => p with { From = Time(first), To = Time(end) });

        Assert.Equal(whole.Frames[first..end].Select(f => f.Pts), part.Frames.Select(f => f.Pts));
        Assert.Equal(whole.Frames[first..end].Select(f => f.Index), part.Frames.Select(f => f.Index));
        Assert.Equal(whole.Pictures[first], part.Pictures[0]);
        Assert.Equal(whole.Pictures[end - 1], part.Pictures[^1]);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_RangeBetweenFrames_StartsAtTheNextFrame()
    {
        var path = TestClip.Make("cfr25.mp4", _clips["cfr25.mp4"]);

        var (part, _) = Decode(path, p => p with { From = TimeSpan.FromSeconds(0.5), To = TimeSpan.FromSeconds(1.0) });

        Assert.Equal(13 * 512, part.Frames[0].Pts);
        Assert.Equal(24 * 512, part.Frames[^1].Pts);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_RangeBehindTheEnd_SaysSo()
    {
        var path = TestClip.Make("cfr25.mp4", _clips["cfr25.mp4"]);

        var e = Assert.Throws<VideoToolsException>(() => Decode(path, p => p with { From = TimeSpan.FromSeconds(60) }));

        Assert.Equal(VideoErrorId.RangeOutsideVideo, e.Error.Id);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("av-late.ts", "7.5")]
    [InlineData("av-zero.ts", "0")]
    [InlineData("av-late.mpg", "3")]
    [InlineData("av-late.mkv", "4")]
    public void Decode_SoundStartsBeforeThePicture_TimesCountFromTheFilesStartInEveryPlan(string name, string offset)
    {
        string[] codec = name.EndsWith("mpg", StringComparison.Ordinal) ? ["-c:v", "mpeg2video", "-c:a", "mp2"] : [.. _h264, "-c:a", "aac"];
        var path = TestClip.Make(
            name,
            [
                "-f", "lavfi", "-i", "sine=d=3:r=48000", "-itsoffset", "0.6", "-f", "lavfi", "-i", "testsrc2=s=128x96:r=25:d=2",
                .. codec, "-muxdelay", "0", "-muxpreload", "0", "-output_ts_offset", offset,
            ]);
        var probe = Probe(path);
        var start = (long)Math.Round(probe.StartTime / probe.Info.TimeBase.ToDouble());
        var expected = TestClip.FrameTimes(path).Select(t => t - start).ToArray();

        var (alone, _) = Decode(path);
        var (both, _) = Decode(path, p => p with { AudioTracks = [0], Stills = [new StillSelection(64, FrameFormat.Gray8, 1)] });

        Assert.InRange(MediaTime.ToSeconds(expected[0], probe.Info.TimeBase), 0.005, 1.0);
        Assert.Equal(expected, alone.Frames.Select(f => f.Pts));
        Assert.Equal(alone.Frames, both.Frames);
        Assert.InRange(both.Blocks[0].Pts, -1600, 1600);
        foreach (var still in both.Stills.Skip(1))
        {
            // The first frame at or after a whole second of the file's time.
            var seconds = MediaTime.ToSeconds(still.Pts, probe.Info.TimeBase);
            Assert.InRange(seconds - Math.Floor(seconds + 1e-6), -1e-6, 0.041);
        }
    }
}
