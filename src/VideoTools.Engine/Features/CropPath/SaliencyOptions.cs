namespace VideoTools.Engine.Features.CropPath;

/// <summary>Asks for what draws the eye, whatever the crop will be: a part of <see cref="CropPathFeature"/>.</summary>
internal sealed record SaliencyOptions : FeatureOptions;
