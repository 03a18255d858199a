namespace VideoTools.Engine.Features.Text;

/// <summary>A connected piece of ink.</summary>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Right">Column after the last.</param>
/// <param name="Bottom">Row after the last.</param>
/// <param name="Count">Pixels.</param>
internal readonly record struct InkPart(int Left, int Top, int Right, int Bottom, int Count)
{
    /// <summary>Columns.</summary>
    public int Width => Right - Left;

    /// <summary>Rows.</summary>
    public int Height => Bottom - Top;

    /// <summary>The column of its middle.</summary>
    public double Middle => (Left + Right) / 2.0;

    /// <summary>Columns in common with another part, as a share of the narrower one, 0 to 1.</summary>
    public double SharedColumns(InkPart other) =>
        Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left)) / (double)Math.Max(1, Math.Min(Width, other.Width));
}
