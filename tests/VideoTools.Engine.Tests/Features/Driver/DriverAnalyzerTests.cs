using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Driver;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Tests.Features.Text;

namespace VideoTools.Engine.Tests.Features.Driver;

/// <summary>The analyzer over frames without pixels, with a reader that knows what they show.</summary>
public sealed class DriverAnalyzerTests : IDriverReader
{
    private static readonly Rational TimeBase = new(1, 10);

    [Fact]
    public void Run_EndlessSource_GivesEachStateWithTheFirstFrameBehindIt()
    {
        List<(VideoState State, double Now)> given = [];
        var now = 0.0;
        using var analyzer = new DriverAnalyzer(new DriverOptions { SkipHands = true, IntervalSeconds = 2 }, this, new InlineLane());
        analyzer.Begin(new AnalysisContext(FramePainter.Info(16, 16), null, null, record => given.Add(((VideoState)record, now))));
        for (var i = 0; i < 200; i++)
        {
            now = i / 10.0;
            var frame = new VideoFrame(new byte[16 * 16 * 3], null, FrameFormat.Rgb24, 16, 16, i, i, TimeBase);
            analyzer.OnStill(frame);
            frame.Release();
        }

        Assert.Equal(9, given.Count);
        Assert.All(given, g => Assert.Equal(g.State.EndSeconds, g.Now, 6));
        Assert.All(given, g => Assert.Equal(20, g.State.FrameTimes.Count));

        var summary = new DecodeSummary(200, 199, TimeBase, 0, RecordStatus.Ok);
        analyzer.End(summary);
        analyzer.Complete(summary);
        Assert.Equal((10, 19.9), (given[^1].State.SequenceIndex, given[^1].State.EndSeconds));
    }

    [Fact]
    public void Tell_SaysWhatTookLongestAndWhatWasWaitedFor()
    {
        var times = new StageTimes();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(i, times.Measure("mesh", () => Slow(i, 20)));
        }

        times.Measure("eyes", () => Slow(0, 1));

        Assert.Equal(("mesh", 3), (times.All[0].Name, times.All[0].Runs));
        Assert.InRange(times.Seconds, 0.055, 10);
        Assert.StartsWith("Driver: 3 frames looked at, ", times.Tell(3, 100), StringComparison.Ordinal);
        Assert.EndsWith("Bottleneck: decoding; the models wait for frames.", times.Tell(3, 100 * times.Seconds), StringComparison.Ordinal);
        Assert.Contains("Bottleneck: looking, most of it mesh", times.Tell(3, times.Seconds), StringComparison.Ordinal);
        Assert.Contains("no frames", new StageTimes().Tell(0, 0), StringComparison.Ordinal);

        static int Slow(int value, int milliseconds)
        {
            Thread.Sleep(milliseconds);
            return value;
        }
    }

    [Theory]
    [InlineData(0.1, 10, 10, 60, 1, 2, 30)]
    [InlineData(1, 1, 10, 60, 1, 2, 30)]
    [InlineData(0.2, 4, 10, 60, 1, 2, 30)]
    [InlineData(1, 10, -1, 60, 1, 2, 30)]
    [InlineData(1, 10, 10, 5, 1, 2, 30)]
    [InlineData(1, 10, 10, 60, 0.1, 2, 30)]
    [InlineData(1, 10, 10, 60, 1, 0, 30)]
    [InlineData(1, 10, 10, 60, 1, 2, 90)]
    [InlineData(double.NaN, 10, 10, 60, 1, 2, 30)]
    public void Validate_OptionsOutOfRange_AreRefused(
        double interval, double rate, double calibration, double perclos, double closed, double away, double angle) =>
        Assert.Throws<ArgumentException>(() => new DriverFeature().Validate(new DriverOptions
        {
            IntervalSeconds = interval,
            SampleRate = rate,
            CalibrationSeconds = calibration,
            PerclosSeconds = perclos,
            ClosedSeconds = closed,
            AwaySeconds = away,
            AwayAngle = angle,
        }));

    [Fact]
    public void Feature_NeedsNoHandsWhereTheyAreSkipped()
    {
        var feature = FeatureRegistry.Default.Get(new DriverOptions());
        feature.Validate(new DriverOptions());

        var models = ((AnalyzerFeature)feature).Models(new DriverOptions { SkipHands = true });

        Assert.DoesNotContain(models, need => need.Kind is ModelKind.HandDetection or ModelKind.HandLandmark);
        Assert.Equal(4, models.Count);
        Assert.Equal(0.1, ((AnalyzerFeature)feature).Streams(new DriverOptions()).Stills!.Interval, 9);
    }

    StageTimes IDriverReader.Times { get; } = new();

    void IDriverReader.Prepare()
    {
    }

    DriverSample IDriverReader.Read(VideoFrame still) => MadeDriver.At(still.Seconds);
}
