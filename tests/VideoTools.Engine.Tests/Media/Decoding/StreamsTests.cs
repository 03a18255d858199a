using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding;

public sealed class StreamsTests : DecodingTestBase
{
    private static string Clip() => TestClip.Make(
        "sound.mp4",
        "-f", "lavfi", "-i", "testsrc2=s=320x180:r=24000/1001:d=4",
        "-f", "lavfi", "-i", "sine=f=440:d=4:r=44100",
        "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-shortest");

    // The sound starts one second after the picture.
    private static string LateSound() => TestClip.Make(
        "late-sound.mkv",
        "-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=4",
        "-itsoffset", "1", "-f", "lavfi", "-i", "sine=f=440:d=2:r=48000",
        "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "pcm_s16le");

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_AllThreeStreams_OneChildDeliversThem()
    {
        using var log = new LoggingTools(Tools);
        var plan = new DecodePlan
        {
            Source = Probe(Clip()),
            AnalysisLongSide = 64,
            Stills = [new StillSelection(160, FrameFormat.Rgb24, 1.0)],
            AudioTracks = [0],
        };
        var sink = new CollectingSink();

        var summary = new MediaDecoder(log.Tools).Decode(plan, sink);

        Assert.Equal(1, log.StartCount);
        Assert.Equal(96, summary.FrameCount);
        Assert.Equal((64, 36), sink.Size);
        Assert.Equal((160, 90), sink.StillSize);
        Assert.InRange(sink.Samples.Count, 63000, 65000);

        // The first frame at or after each second: 0, 24, 48, 72 at 23.976.
        Assert.Equal([0, 24, 48, 72], sink.Stills.Select(s => s.Index));
        Assert.All(sink.Stills, still => Assert.Equal(sink.Frames[(int)still.Index].Pts, still.Pts));
        Assert.All(sink.StillPictures, picture => Assert.Equal(160 * 90 * 3, picture.Length));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_AnySubset_EqualsTheSameStreamOfTheFullPass()
    {
        var stills = new StillSelection(160, FrameFormat.Yuv420P, 0.5);
        var (all, _) = Decode(Clip(), p => p with { Stills = [stills], AudioTracks = [0] });

        var (small, _) = Decode(Clip());
        var (large, largeSummary) = Decode(Clip(), p => p with { AnalysisLongSide = 0, Stills = [stills] });
        var (sound, _) = Decode(Clip(), p => p with { AnalysisLongSide = 0, AudioTracks = [0] });

        Assert.Equal(all.Frames, small.Frames);
        Assert.Equal(all.Pictures, small.Pictures);
        Assert.Equal(all.Stills, large.Stills);
        Assert.Equal(all.StillPictures, large.StillPictures);
        Assert.Equal(large.Stills.Count, largeSummary.FrameCount);
        Assert.Equal(all.Samples, sound.Samples);
        Assert.Empty(sound.Frames);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_UnequalStills_EachGetsWhatItAskedFor()
    {
        StillSelection[] wishes =
        [
            new(160, FrameFormat.Yuv420P, 0.5), new(96, FrameFormat.Rgb24, 0.1), new(200, FrameFormat.Gray8, 0), new(160, FrameFormat.Yuv420P, 1.5),
        ];
        var alone = wishes.Select(wish => Decode(Clip(), p => p with { Stills = [wish] }).Sink).ToArray();
        var together = wishes.Select(_ => new CollectingSink()).ToArray();

        new MediaDecoder(Tools).Decode(
            new DecodePlan { Source = Probe(Clip()), AnalysisLongSide = 64, Stills = wishes, AudioTracks = [0] }, new Sorting(together));

        foreach (var (expected, actual) in alone.Zip(together))
        {
            Assert.Equal(expected.Stills, actual.Stills);
            Assert.Equal(expected.StillPictures, actual.StillPictures);
        }
    }

    private sealed class Sorting(CollectingSink[] sinks) : IDecodeSink
    {
        public bool IsSatisfied => false;

        public void OnFrame(VideoFrame frame)
        {
        }

        public void OnStill(VideoFrame frame, int selection) => sinks[selection].OnStill(frame, selection);

        public void OnAudio(AudioBlock block, int track)
        {
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_StillsWithoutInterval_EveryFrameInOrder()
    {
        var (sink, _) = Decode(Clip(), p => p with { AnalysisLongSide = 0, Stills = [new StillSelection(96, FrameFormat.Gray8, 0)] });

        Assert.Equal(Enumerable.Range(0, 96).Select(i => ((long)i, i * 1001L)), sink.Stills);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_StillsFarApart_EachHasItsFramesNumber()
    {
        var (sink, _) = Decode(Clip(), p => p with { Stills = [new StillSelection(96, FrameFormat.Gray8, 3.0)] });

        Assert.Equal([0L, 72L], sink.Stills.Select(s => s.Index));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_LateSound_BlocksCarryItsTime()
    {
        var (sink, _) = Decode(LateSound(), p => p with { AudioTracks = [0] });

        Assert.InRange(sink.Blocks[0].Pts, 16000 - 16, 16000 + 16);
        Assert.Equal(100, sink.Frames.Count);
        Assert.InRange(sink.Samples.Count, 31900, 32100);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_Sound_BlocksFollowWithoutGap()
    {
        var (sink, _) = Decode(Clip(), p => p with { AudioTracks = [0] });
        var expected = sink.Blocks[0].Pts;
        foreach (var (pts, count) in sink.Blocks)
        {
            // A block's time is rounded from the source's sample rate.
            Assert.InRange(pts - expected, -2, 2);
            expected += count;
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_RangeOfSound_StartsAtTheRange()
    {
        var (sink, _) = Decode(Clip(), p => p with { AudioTracks = [0], From = TimeSpan.FromSeconds(2), To = TimeSpan.FromSeconds(3) });

        Assert.InRange(sink.Blocks[0].Pts, 31990, 32010 + 16);
        Assert.InRange(sink.Samples.Count, 15900, 16100);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_SatisfiedSink_EndsEarlyWithoutError()
    {
        var plan = new DecodePlan { Source = Probe(Clip()), AnalysisLongSide = 64 };
        var sink = new CollectingSink { StopAfter = 5 };

        var summary = new MediaDecoder(Tools).Decode(plan, sink);

        Assert.Equal(5, sink.Frames.Count);
        Assert.Equal(5, summary.FrameCount);
        Assert.Equal(RecordStatus.Ok, summary.Status);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_SoundTrackThatIsNotThere_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Decode(Clip(), p => p with { AudioTracks = [1] }));

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_NothingWanted_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Decode(Clip(), p => p with { AnalysisLongSide = 0 }));
}
