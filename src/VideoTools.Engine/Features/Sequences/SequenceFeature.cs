using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Sequences;

/// <summary>Frames that belong together, spread over an interval, without those that show nothing new.</summary>
internal sealed class SequenceFeature : AnalyzerFeature
{
    /// <summary>Sequences that may wait for the choice of their frames before decoding is held back.</summary>
    private const int Waiting = 2;

    public override string Name => "Sequence";

    public override Type OptionsType => typeof(SequenceOptions);

    public override IReadOnlyList<Type> RecordTypes => [typeof(FrameSequence)];

    public override void Validate(FeatureOptions options)
    {
        var sequence = (SequenceOptions)options;
        Require(sequence.IntervalSeconds is >= 0.1 and <= 3600, "Interval must be 0.1 to 3600 seconds.");
        Require(sequence.FramesPerSequence is >= 1 and <= 64, "FramesPerSequence must be 1 to 64.");
        Require(sequence.LongSide is >= 16 and <= 4096, "LongSide must be 16 to 4096.");
        Require(sequence.ChangeThreshold is >= 0 and <= 1, "ChangeThreshold must be 0 to 1.");
    }

    public override StreamNeeds Streams(FeatureOptions options)
    {
        var sequence = (SequenceOptions)options;
        return new StreamNeeds(Frames: false, new StillSelection(
            sequence.LongSide, FrameFormat.Yuv420P, sequence.IntervalSeconds / sequence.FramesPerSequence));
    }

    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes) =>
        new SequenceAnalyzer((SequenceOptions)options, lanes("sequences", Waiting));
}
