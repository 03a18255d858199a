using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding;

public sealed class SoundJumpTests : DecodingTestBase
{
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
}
