using VideoTools.Engine.Features;

namespace VideoTools.Cli.Tests.Toy;

/// <summary>A toy: what a new feature has to say of itself, and nothing else in the program knows of it.</summary>
internal sealed class BlackFrameFeature : AnalyzerFeature
{
    public override string Name => "BlackFrame";

    public override Type OptionsType => typeof(BlackFrameOptions);

    public override IReadOnlyList<Type> RecordTypes => [typeof(BlackFrame)];

    public override void Validate(FeatureOptions options) =>
        Require(((BlackFrameOptions)options).Threshold is >= 16 and <= 235, "Threshold must be 16 to 235.");

    public override StreamNeeds Streams(FeatureOptions options) => new();

    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes) => new BlackFrameAnalyzer((BlackFrameOptions)options);
}
