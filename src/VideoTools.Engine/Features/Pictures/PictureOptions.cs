namespace VideoTools.Engine.Features.Pictures;

/// <summary>Asks for the one picture that stands for a video.</summary>
/// <param name="LongSide">Longest side in pixels; a smaller video is not enlarged.</param>
internal sealed record PictureOptions(int LongSide) : FeatureOptions;
