namespace VideoTools.Engine.Features.Activity;

/// <summary>Asks for the loudness of the first sound track; there is nothing to choose.</summary>
internal sealed record LoudnessTrackOptions : FeatureOptions;
