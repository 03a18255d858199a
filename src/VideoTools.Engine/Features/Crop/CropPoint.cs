namespace VideoTools.Engine.Features.Crop;

/// <summary>Top-left corner of a crop in displayed pixels.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
internal readonly record struct CropPoint(int X, int Y);
