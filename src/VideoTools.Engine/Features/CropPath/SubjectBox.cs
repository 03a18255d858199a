namespace VideoTools.Engine.Features.CropPath;

/// <summary>Something that draws the eye at one moment. Lengths in shares of the picture's sides.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Top edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Bottom edge.</param>
/// <param name="X">Where its weight lies.</param>
/// <param name="Y">Where its weight lies.</param>
/// <param name="Strength">0 to 1.</param>
internal readonly record struct SubjectBox(
    double Left, double Top, double Right, double Bottom, double X, double Y, double Strength);
