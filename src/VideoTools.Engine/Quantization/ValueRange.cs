namespace VideoTools.Engine.Quantization;

/// <summary>The range of a value that a byte stands for. 0 is in it, and is a whole level: padding is exact.</summary>
/// <param name="Scale">Distance of two levels.</param>
/// <param name="ZeroPoint">The level that is 0.</param>
internal readonly record struct ValueRange(float Scale, byte ZeroPoint)
{
    private const int Levels = 255;

    /// <summary>The range from a least to a largest number.</summary>
    public static ValueRange Of(double least, double largest)
    {
        least = Math.Min(least, 0);
        largest = Math.Max(largest, 0);
        if (largest - least < 1e-12)
        {
            return new ValueRange(1, 0);
        }

        var scale = (largest - least) / Levels;
        return new ValueRange((float)scale, (byte)Math.Clamp(Math.Round(-least / scale), 0, Levels));
    }
}
