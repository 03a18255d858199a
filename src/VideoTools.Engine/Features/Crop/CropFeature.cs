namespace VideoTools.Engine.Features.Crop;

/// <summary>Measures of crop positions over every frame, row-major, at the end.</summary>
internal sealed class CropFeature : AnalyzerFeature
{
    /// <inheritdoc/>
    public override string Name => "Crop";

    /// <inheritdoc/>
    public override int Version => 2;

    /// <inheritdoc/>
    public override Type OptionsType => typeof(CropOptions);

    /// <inheritdoc/>
    public override IReadOnlyList<Type> RecordTypes => [typeof(CropPosition)];

    /// <inheritdoc/>
    public override void Validate(FeatureOptions options)
    {
        var crop = (CropOptions)options;
        Require(crop.Aspect is { Width: > 0, Height: > 0 }, "Aspect must be two whole numbers above 0, for example 9:16.");
        Require(crop.Grid is >= 1 and <= 1000, "Grid must be 1 to 1000.");
        Require(crop.Scale is > 0 and <= 1, "Scale must be above 0 and at most 1.");
    }

    /// <inheritdoc/>
    public override StreamNeeds Streams(FeatureOptions options) => new();

    /// <inheritdoc/>
    public override IAnalyzer CreateAnalyzer(FeatureOptions options, LaneFactory lanes) => new CropAnalyzer((CropOptions)options);
}
