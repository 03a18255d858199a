using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Sequences;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Tests.Features.Text;

namespace VideoTools.Engine.Tests.Features.Sequences;

public sealed class SequenceAnalyzerTests
{
    [Fact]
    public void Sequences_CoverTheIntervalsOfTheVideosClock()
    {
        // 25 frames a second, every fifth: 0, 0.2, ... 2.2 s; intervals of a second.
        var sequences = Run(new SequenceOptions { IntervalSeconds = 1, ChangeThreshold = 0 }, Enumerable.Range(0, 12).Select(i => (i * 5, 16 + (i * 10))));

        Assert.Equal([1, 2, 3], sequences.Select(sequence => sequence.Index));
        Assert.Equal([5, 5, 2], sequences.Select(sequence => sequence.FrameTimes.Count));
        Assert.Equal([0, 0.2, 0.4, 0.6, 0.8], sequences[0].FrameTimes);
        Assert.Equal((1.0, 2.0), (sequences[1].Start.TotalSeconds, sequences[1].End.TotalSeconds));
        Assert.Equal((2.0, 2.24), (sequences[2].Start.TotalSeconds, sequences[2].End.TotalSeconds));
        Assert.Equal(16 + 50, sequences[1].Frame(0).Span[0]);
        Assert.Equal(VideoFrame.GetByteCount(FrameFormat.Yuv420P, 32, 16), sequences[1].Frame(4).Length);
    }

    [Theory]
    [InlineData(0, "0 1 2 3 4")]
    [InlineData(0.03, "0 1 2 4")]
    [InlineData(0.2, "0 3")]
    [InlineData(1, "0 3")]
    public void Frames_ThatShowNothingNew_AreLeftOut(double threshold, string kept)
    {
        // Luma 100, 110, 130, 132, 120.
        int[] luma = [100, 110, 130, 132, 120];

        var sequence = Assert.Single(Run(
            new SequenceOptions { IntervalSeconds = 1, ChangeThreshold = threshold }, luma.Select((value, i) => (i * 5, value))));

        Assert.Equal(kept, string.Join(' ', sequence.FrameTimes.Select(time => Math.Round(time * 5))));
        Assert.Equal(5, sequence.SeenCount);
    }

    [Fact]
    public void StillPicture_KeepsItsFirstAndItsLastFrame() => Assert.Equal(
        [0, 0.8],
        Assert.Single(Run(new SequenceOptions { IntervalSeconds = 1 }, Enumerable.Range(0, 5).Select(i => (i * 5, 90)))).FrameTimes);

    [Fact]
    public void Hash_IsThatOfThePictures()
    {
        var sequences = Run(
            new SequenceOptions { IntervalSeconds = 1 }, Enumerable.Range(0, 15).Select(i => (i * 5, i / 5 == 2 ? 50 : 90)));

        Assert.Equal(sequences[0].Hash, sequences[1].Hash);
        Assert.NotEqual(sequences[0].Hash, sequences[2].Hash);
    }

    [Fact]
    public void Options_OutOfRange_AreRefused()
    {
        var feature = FeatureRegistry.Default.Get(new SequenceOptions());
        feature.Validate(new SequenceOptions());

        Assert.Throws<ArgumentException>(() => feature.Validate(new SequenceOptions { IntervalSeconds = 0 }));
        Assert.Throws<ArgumentException>(() => feature.Validate(new SequenceOptions { FramesPerSequence = 65 }));
        Assert.Throws<ArgumentException>(() => feature.Validate(new SequenceOptions { ChangeThreshold = 1.1 }));
        Assert.Throws<ArgumentException>(() => feature.Validate(new SequenceOptions { ChangeThreshold = double.NaN }));
    }

    private static List<FrameSequence> Run(SequenceOptions options, IEnumerable<(int Index, int Luma)> frames)
    {
        List<FrameSequence> sequences = [];
        using var analyzer = new SequenceAnalyzer(options, new InlineLane());
        analyzer.Begin(new AnalysisContext(FramePainter.Info(32, 16), null, null, record => sequences.Add((FrameSequence)record)));
        var last = 0;
        foreach (var (index, luma) in frames)
        {
            var frame = FramePainter.Flat(32, 16, index, luma);
            analyzer.OnStill(frame);
            frame.Release();
            last = index;
        }

        var summary = new DecodeSummary(last, last + 1, FramePainter.TimeBase, 0, RecordStatus.Ok);
        analyzer.End(summary);
        analyzer.Complete(summary);
        return sequences;
    }
}
