namespace VideoTools.Engine.Features.Visual;

/// <summary>What a video looks like over all its frames: a part of templates.</summary>
internal sealed class VisualFeature : AnalyzerFeature
{
    public override string Name => "Visual";

    public override Type OptionsType => typeof(VisualOptions);

    public override IReadOnlyList<Type> RecordTypes => [];

    public override IReadOnlyList<Type> NoteTypes => [typeof(VisualSummary)];

    public override StreamNeeds Streams(FeatureOptions options) => new();

    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes) => new VisualAnalyzer();
}
