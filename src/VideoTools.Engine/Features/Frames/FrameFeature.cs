using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Frames;

/// <summary>Frames worth keeping: good and different ones, or those that a rule names.</summary>
internal sealed class FrameFeature : AnalyzerFeature
{
    // Key frames are wanted as large as all frames are delivered.
    private const int AnalysisLongSide = 320;

    /// <inheritdoc/>
    public override string Name => "Frame";

    /// <inheritdoc/>
    public override Type OptionsType => typeof(FrameOptions);

    /// <inheritdoc/>
    public override IReadOnlyList<Type> RecordTypes => [typeof(SelectedFrame)];

    /// <inheritdoc/>
    public override void Validate(FeatureOptions options)
    {
        var frames = (FrameOptions)options;
        Require(Enum.IsDefined(frames.Mode), $"Mode must be one of {string.Join(", ", Enum.GetNames<FrameMode>())}.");
        Require(frames.PerMinute is > 0 and <= 6000, "PerMinute must be above 0 and at most 6000.");
        Require(frames.MaximumCount is null or >= 1, "MaximumCount must be 1 or more.");
        Require(frames.IntervalSeconds is null or (> 0 and <= 86400), "Interval must be above 0 and at most 86400 seconds.");
        Require(frames.MinimumBrightness is null or (>= 0 and <= 255), "MinimumBrightness must be 0 to 255.");
        Require(frames.MaximumBrightness is null or (>= 0 and <= 255), "MaximumBrightness must be 0 to 255.");
        Require(frames.MinimumContrast is null or (>= 0 and <= 128), "MinimumContrast must be 0 to 128.");
        Require(frames.MinimumSharpness is null or (>= 0 and <= 1e6), "MinimumSharpness must be 0 to 1000000.");
        Require(frames.Similarity is null or (>= 0 and <= 1), "Similarity must be 0 (off) to 1.");
    }

    /// <inheritdoc/>
    public override StreamNeeds Streams(FeatureOptions options) => ((FrameOptions)options).Mode == FrameMode.Keyframe
        ? new StreamNeeds(Stills: new StillSelection(AnalysisLongSide, FrameFormat.Yuv420P, 0) { IsKeyFrames = true })
        : new StreamNeeds();

    /// <inheritdoc/>
    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes)
    {
        var frames = (FrameOptions)options;
        return frames.Mode is FrameMode.Diverse or FrameMode.Scene ? new SceneFrameAnalyzer(frames) : new FrameAnalyzer(frames);
    }
}
