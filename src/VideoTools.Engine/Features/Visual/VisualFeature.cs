namespace VideoTools.Engine.Features.Visual;

/// <summary>What a video looks like over all its frames: a part of templates.</summary>
internal sealed class VisualFeature : AnalyzerFeature
{
    /// <inheritdoc/>
    public override string Name => "Visual";

    /// <inheritdoc/>
    public override Type OptionsType => typeof(VisualOptions);

    /// <inheritdoc/>
    public override IReadOnlyList<Type> RecordTypes => [];

    /// <inheritdoc/>
    public override IReadOnlyList<Type> NoteTypes => [typeof(VisualSummary)];

    /// <inheritdoc/>
    public override void Validate(FeatureOptions options)
    {
    }

    /// <inheritdoc/>
    public override StreamNeeds Streams(FeatureOptions options) => new();

    /// <inheritdoc/>
    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes) => new VisualAnalyzer();
}
