namespace VideoTools.Engine.Features.Visual;

/// <summary>Asks for a <see cref="VisualSummary"/>; there is nothing to choose.</summary>
internal sealed record VisualOptions : FeatureOptions;
