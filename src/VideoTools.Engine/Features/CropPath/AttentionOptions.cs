namespace VideoTools.Engine.Features.CropPath;

/// <summary>Asks for what draws the eye when, as one <see cref="AttentionTrack"/>.</summary>
internal sealed record AttentionOptions : FeatureOptions;
