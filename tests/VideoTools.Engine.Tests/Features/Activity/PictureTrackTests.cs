using VideoTools.Engine.Caching;
using VideoTools.Engine.Features.Activity;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Features.Activity;

public sealed class PictureTrackTests
{
    private const int Width = 70;
    private const int Height = 50;

    [Fact]
    public void Mean_OfAScene_LeavesOutThePairAcrossItsCut()
    {
        // Two still scenes of one faint texture, shifted: a cut that is far too weak for the gate.
        var texture = FramePainter.Texture(7, 80, 88);
        var frames = Enumerable.Range(0, 10).Select(i => FramePainter.Paint(Width, Height, i, (x, y) => texture(i < 5 ? x : x + 6, y)));
        var track = Track(ActivityMeasure.Motion, [.. frames]);

        Assert.Equal(0, PictureActivity.Mean(track, Scene(1, 0, 5)));
        Assert.Equal(0, PictureActivity.Mean(track, Scene(2, 5, 10)));
        Assert.True(PictureActivity.Mean(track, Scene(0, 5, 10)) > 0.1, "a segment keeps the pair into its first frame");
    }

    [Fact]
    public void Mean_OfEdges_IsThatOfTheFramesInside()
    {
        var frames = Enumerable.Range(0, 6).Select(i => i < 3 ? Flat(i, 90) : Textured(i, 0)).ToArray();
        var track = Track(ActivityMeasure.Edges, frames);

        Assert.Equal(0, PictureActivity.Mean(track, Scene(1, 0, 3)));
        var textured = PictureActivity.Mean(track, Scene(2, 3, 6));
        Assert.True(textured > 5);
        Assert.Equal(textured / 2, PictureActivity.Mean(track, Scene(0, 0, 6)), 1e-5);
    }

    [Fact]
    public void Mean_BinsOfSeveralFrames_CountByTheirShare()
    {
        var track = Bins(4, 10, [40, 0, 20], [4, 4, 2]);

        Assert.Equal(10, PictureActivity.Mean(track, Scene(1, 0, 4)));
        Assert.Equal(20.0 / 4, PictureActivity.Mean(track, Scene(1, 2, 6)), 6);
        Assert.Equal(10, PictureActivity.Mean(track, Scene(1, 9, 10)));
        Assert.Equal(6, PictureActivity.Mean(track, Scene(1, 0, 10)));
        Assert.Equal(0, PictureActivity.Mean(track, Scene(1, 20, 30)));
    }

    [Fact]
    public void Spans_GapInTheFrames_BeginsOneSegmentBehindIt()
    {
        // 0 to 1 s, then nothing until 12 s: the segment under way ends where the next frame is.
        var pts = Enumerable.Range(0, 25).Concat(Enumerable.Range(300, 50)).Select(p => (long)p).ToArray();
        var track = Bins(1, 75, new long[75], new long[75]) with { Starts = new ValueList<long>(pts), EndPts = 350 };

        var spans = ActivitySpans.Of([], track, 5);

        Assert.Equal([(0, 25), (25, 75)], spans.Select(s => ((int)s.StartFrame, (int)s.EndFrame)));
        Assert.Equal([(0.0, 12.0), (12, 14)], spans.Select(s => (s.StartSeconds, s.EndSeconds)));
    }

    [Theory]
    [InlineData(251, 2)]
    [InlineData(262, 2)]
    [InlineData(263, 3)]
    public void Spans_ShortRest_JoinsTheSegmentBefore(int frames, int segments)
    {
        var track = Bins(1, frames, [.. new long[frames]], [.. new long[frames]]);

        var spans = ActivitySpans.Of([], track, null);

        Assert.Equal(segments, spans.Count);
        Assert.Equal(frames, spans[^1].EndFrame);
        Assert.Equal(frames / 25.0, spans[^1].EndSeconds, 9);
    }

    [Fact]
    public void Spans_LongVideo_BeginWithABin()
    {
        // 4 frames a bin at 25 frames a second: 2 s are 12.5 bins.
        var track = Bins(4, 400, [.. new long[100]], [.. new long[100]]) with
        {
            Starts = new ValueList<long>(Enumerable.Range(0, 100).Select(i => i * 4L)),
        };

        Assert.Equal([0, 52, 100, 152, 200, 252, 300, 352], ActivitySpans.Of([], track, 2).Select(s => (int)s.StartFrame));
    }

    [Fact]
    public void Spans_FewerThanThreeScenes_AreSegments()
    {
        var track = Bins(1, 500, [.. new long[500]], [.. new long[500]]);
        var scenes = Enumerable.Range(1, 3).Select(i => new VideoScene { FullName = "f", Index = i }).ToArray();

        Assert.Equal(4, ActivitySpans.Of(scenes[..2], track, null).Count);
        Assert.Equal([1, 2, 3], ActivitySpans.Of(scenes, track, null).Select(s => s.SceneIndex));
        Assert.Equal(20, ActivitySpans.Of(scenes, track, 1).Count);
    }

    [Fact]
    public void Notes_SurviveTheCache()
    {
        var track = Track(ActivityMeasure.Detail, [Textured(0, 0), Textured(1, 3)]);
        var sound = new LoudnessTrack
        {
            Starts = new ValueList<long>([0, 512]),
            Energies = new ValueList<long>([1L << 50, 7]),
            SampleCounts = new ValueList<long>([512, 512]),
        };
        var entry = CacheEntryFormat.Write(new CachedResult("/v/a.mp4", "PictureTrack", [track, sound], []), DateTime.UnixEpoch);

        var read = CacheEntryFormat.Read(entry, [typeof(PictureTrack), typeof(LoudnessTrack)])!.Records;

        Assert.Equal([track.ToString(), sound.ToString()], read.Select(r => r.ToString()));
        Assert.True(((LoudnessTrack)read[1]).HasSound);
    }

    private static ActivitySpan Scene(int index, long start, long end) => new(index, start, end, default, default, 0, 0, RecordStatus.Ok);

    private static PictureTrack Bins(int perBin, int frames, long[] totals, long[] counts) => new()
    {
        UnitsPerLevel = 1,
        IsOfPairs = false,
        TimeBase = new Rational(1, 25),
        FirstFrame = 0,
        FrameCount = frames,
        FramesPerBin = perBin,
        EndPts = frames,
        Status = RecordStatus.Ok,
        Starts = new ValueList<long>(Enumerable.Range(0, totals.Length).Select(i => (long)i * perBin)),
        Totals = new ValueList<long>(totals),
        Counts = new ValueList<long>(counts),
    };

    private static PictureTrack Track(ActivityMeasure measure, VideoFrame[] frames) =>
        (PictureTrack)FramePainter.Run(new PictureTrackAnalyzer(measure), FramePainter.Info(Width, Height), frames).Single();

    private static VideoFrame Flat(long index, int luma) => FramePainter.Flat(Width, Height, index, luma);

    private static VideoFrame Textured(long index, int shift)
    {
        var texture = FramePainter.Texture(7, 40, 200);
        return FramePainter.Paint(Width, Height, index, (x, y) => texture(x + shift, y));
    }
}
