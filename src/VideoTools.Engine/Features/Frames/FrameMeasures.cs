// Method: quality = 0.45 sharpness + 0.2 contrast + 0.2 exposure + 0.15 stillness, each 0 to 1: sharpness s / (s + 400); contrast up to a
// standard deviation of 64; exposure 1 for a mean of 64 to 176 and falling to 0 at black and white; stillness 1 / (1 + activity / 8),
// because what moves smears. A sum and not a product: no part alone makes a frame worthless, the gates do that.
// Units: brightness levels of 0 to 255.
namespace VideoTools.Engine.Features.Frames;

/// <summary>What is measured of a frame.</summary>
/// <param name="Brightness">Mean, 0 to 255.</param>
/// <param name="Contrast">Standard deviation.</param>
/// <param name="Sharpness">Variance of the Laplacian.</param>
/// <param name="Activity">Mean change from the frame before; 0 across a cut.</param>
internal readonly record struct FrameMeasures(double Brightness, double Contrast, double Sharpness, double Activity)
{
    private const double HalfSharp = 400;
    private const double FullContrast = 64;
    private const double DarkSide = 64, BrightSide = 176;
    private const double HalfStill = 8;

    /// <summary>How good the frame is, 0 to 1.</summary>
    public double Quality =>
        (0.45 * (Sharpness / (Sharpness + HalfSharp)))
        + (0.2 * Math.Min(1, Contrast / FullContrast))
        + (0.2 * Math.Clamp(Math.Min(Brightness / DarkSide, (255 - Brightness) / (255 - BrightSide)), 0, 1))
        + (0.15 / (1 + (Activity / HalfStill)));
}
