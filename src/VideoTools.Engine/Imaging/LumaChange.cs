namespace VideoTools.Engine.Imaging;

/// <summary>
/// How the whole picture's brightness went from one frame to the next: a pixel of luma y is expected at
/// y + (y * Gain256 + 128) / 256 + Offset.
/// </summary>
/// <param name="Gain256">Relative gain in 1/256, -64 to 64.</param>
/// <param name="Offset">Luma levels, -255 to 255.</param>
internal readonly record struct LumaChange(int Gain256, int Offset)
{
    /// <summary>Nothing changed.</summary>
    public static LumaChange None => default;

    /// <summary>
    /// Levels that a pixel may miss its expected luma by without having moved: a picture that was brightened and rounded to whole
    /// levels again is seldom nearer. 0 when nothing changed.
    /// </summary>
    public int Tolerance => this == None ? 0 : 1;

    /// <summary>The expected luma of a pixel.</summary>
    public int Predict(int luma) => luma + (((luma * Gain256) + 128) >> 8) + Offset;
}
