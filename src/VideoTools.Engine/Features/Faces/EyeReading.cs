namespace VideoTools.Engine.Features.Faces;

/// <summary>What one eye shows.</summary>
/// <param name="Ratio">Height over width of the opening, as if it were seen from the front.</param>
/// <param name="Shift">
/// How far the middle of the iris lies beside the middle between the ends of the eye, to the right of the picture, in widths of the eye.
/// </param>
internal readonly record struct EyeReading(double Ratio, double Shift);
