namespace VideoTools.Engine.Media.Decoding;

/// <summary>Size of decoded frames: even (chroma has half the size), at least 2 x 2, shape kept, never enlarged.</summary>
internal static class AnalysisSize
{
    /// <summary>Fits a displayed size into a square.</summary>
    /// <param name="displayWidth">Displayed width in pixels, at least 1.</param>
    /// <param name="displayHeight">Displayed height in pixels, at least 1.</param>
    /// <param name="longSide">Longest side wanted, in pixels, at least 2.</param>
    /// <returns>
    /// Even width and height. A side that is not scaled is cut to even, never rounded up; a video of one pixel becomes two.
    /// </returns>
    public static (int Width, int Height) Fit(int displayWidth, int displayHeight, int longSide)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(displayWidth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(displayHeight, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(longSide, 2);
        var longest = Math.Max(displayWidth, displayHeight);
        var target = Math.Min(longSide, longest);
        return (Side(displayWidth, target, longest), Side(displayHeight, target, longest));
    }

    private static int Side(int side, int target, int longest)
    {
        // Nearest even number to side x target / longest, in integers so that every machine agrees; halves go up.
        var even = (int)((((long)side * target) + longest) / (2L * longest)) * 2;
        return Math.Max(2, Math.Min(even, side / 2 * 2));
    }
}
