namespace VideoTools.Engine.Features.Activity;

/// <summary>Asks for one measure over the whole picture, frame by frame.</summary>
/// <param name="Measure">Which one.</param>
internal sealed record PictureTrackOptions(ActivityMeasure Measure) : FeatureOptions;
