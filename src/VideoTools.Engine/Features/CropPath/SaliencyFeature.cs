namespace VideoTools.Engine.Features.CropPath;

/// <summary>Where a viewer would look, a few times a second. It knows no crop, so that paths of other shapes decode nothing.</summary>
internal sealed class SaliencyFeature : AnalyzerFeature
{
    /// <inheritdoc/>
    public override string Name => "Saliency";

    /// <inheritdoc/>
    public override Type OptionsType => typeof(SaliencyOptions);

    /// <inheritdoc/>
    public override IReadOnlyList<Type> RecordTypes => [];

    /// <inheritdoc/>
    public override IReadOnlyList<Type> NoteTypes => [typeof(SaliencyNote)];

    /// <inheritdoc/>
    public override void Validate(FeatureOptions options)
    {
        // There is nothing to choose.
    }

    /// <inheritdoc/>
    public override StreamNeeds Streams(FeatureOptions options) => new();

    /// <inheritdoc/>
    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes) => new SaliencyAnalyzer();
}
