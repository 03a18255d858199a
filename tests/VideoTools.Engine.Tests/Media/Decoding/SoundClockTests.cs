using VideoTools.Engine.Media.Decoding;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding;

public sealed class SoundClockTests : DecodingTestBase
{
    private static readonly Rational Milliseconds = new(1, 1000);
    private static readonly short[] Block = new short[1600]; // 0.1 s

    private readonly List<(long Pts, int Count)> _blocks = [];
    private double _pictureEnd = 10;

    [Fact]
    public void Add_RoundedTimes_StandEndToEnd()
    {
        var clock = Clock();
        for (var i = 0; i < 50; i++)
        {
            clock.Add(Block, (i * 100) + (i % 3), Milliseconds);
        }

        Assert.Equal(Enumerable.Range(0, 50).Select(i => (i * 1600L, 1600)), _blocks);
    }

    [Fact]
    public void Add_AShortHole_IsFilledWithSilence_InPieces()
    {
        var clock = Clock();
        clock.Add(Block, 0, Milliseconds);
        clock.Add(Block, 1100, Milliseconds);

        Assert.Equal(16000, _blocks.Skip(1).SkipLast(1).Sum(block => block.Count));
        Assert.Equal((17600L, 1600), _blocks[^1]);
        Assert.All(_blocks, block => Assert.InRange(block.Count, 1, 4096));
    }

    [Fact]
    public void Add_ALongHoleBesidePictures_StaysOneInTime()
    {
        _pictureEnd = 3600;
        var clock = Clock();
        clock.Add(Block, 0, Milliseconds);
        clock.Add(Block, 1_800_000, Milliseconds);

        Assert.Equal([(0L, 1600), (1800L * 16000, 1600)], _blocks);
        Assert.Equal(0, clock.JumpCount);
    }

    [Fact]
    public void Add_AJumpBeyondThePictures_IsBridged()
    {
        var clock = Clock();
        clock.Add(Block, 0, Milliseconds);
        clock.Add(Block, 20_000_000, Milliseconds);
        clock.Add(Block, 20_000_100, Milliseconds);

        Assert.Equal([(0L, 1600), (1600L, 1600), (3200L, 1600)], _blocks);
        Assert.Equal(1, clock.JumpCount);
    }

    [Fact]
    public void Add_ManyJumps_CostNothingEach()
    {
        var clock = Clock();
        for (var i = 0; i < 170; i++)
        {
            clock.Add(Block, i * 100_000_000L, Milliseconds);
        }

        Assert.Equal(170, _blocks.Count);
        Assert.Equal(169, clock.JumpCount);
    }

    [Fact]
    public void Add_AnOverlap_IsCutOff()
    {
        var clock = Clock();
        clock.Add(Block, 0, Milliseconds);
        clock.Add(Block, 50, Milliseconds);

        Assert.Equal([(0L, 1600), (1600L, 800)], _blocks);
    }

    // ffmpeg moves a block whose time steps back to one unit behind the one before.
    [Fact]
    public void Add_TimesThatStepBack_GoOnWhereItWas()
    {
        var clock = Clock();
        clock.Add(Block, 5000, Milliseconds);
        clock.Add(Block, 5001, Milliseconds);
        clock.Add(Block, 5002, Milliseconds);

        Assert.Equal([(80000L, 1600), (81600L, 1600), (83200L, 1600)], _blocks);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_SoundThatJumps20000Seconds_IsThereAndShort()
    {
        var path = TestClip.Make(
            "sound-jump.mkv", "-f", "lavfi", "-i", "testsrc2=size=64x36:rate=25:duration=1", "-f", "lavfi", "-i", "sine=duration=2",
            "-af", "asetpts='if(gt(N,20),PTS+20000/TB,PTS)'", "-c:v", "mpeg4", "-c:a", "pcm_s16le");

        var (sink, summary) = Decode(path, plan => plan with { AudioTracks = [0] });

        Assert.Equal(25, summary.FrameCount);
        Assert.InRange(sink.Samples.Count, 30_000, 34_000);
        Assert.InRange(sink.Blocks[^1].Pts + sink.Blocks[^1].Count, 30_000, 34_000);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Decode_SoundWith170Gaps_EndsAndIsShort()
    {
        var path = TestClip.Make(
            "sound-gaps.mkv", "-f", "lavfi", "-i", "testsrc2=size=64x36:rate=25:duration=1", "-f", "lavfi", "-i", "sine=duration=4",
            "-af", "asetpts='PTS+floor(N)*1000/TB'", "-c:v", "mpeg4", "-c:a", "pcm_s16le");

        var (sink, _) = Decode(path, plan => plan with { AudioTracks = [0] });

        Assert.InRange(sink.Samples.Count, 60_000, 66_000);
    }

    private SoundClock Clock() => new(() => _pictureEnd, block => _blocks.Add((block.Pts, block.Samples.Length)));
}
