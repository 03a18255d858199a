namespace VideoTools.Engine.Imaging;

/// <summary>Mean absolute differences of two frames in HSV.</summary>
/// <param name="Hue">Of hue, 0 to 179 (two degrees a unit).</param>
/// <param name="Saturation">Of saturation, 0 to 255.</param>
/// <param name="Value">Of value (the brightest of R, G, B), 0 to 255.</param>
internal readonly record struct HsvDelta(double Hue, double Saturation, double Value)
{
    /// <summary>The mean of the three: the content score.</summary>
    public double Mean => (Hue + Saturation + Value) / 3.0;
}
