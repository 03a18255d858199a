namespace VideoTools.Engine.Features.Pictures;

/// <summary>Which pictures of a video are kept.</summary>
/// <param name="LongSide">Longest side in pixels; a smaller video is not enlarged.</param>
internal sealed record PosterOptions(int LongSide) : FeatureOptions;
