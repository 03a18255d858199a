namespace VideoTools.Engine.Imaging;

/// <summary>How far black, even borders reach into one picture, in its pixels, and whether a picture clearly begins behind them.</summary>
/// <param name="Left">Black columns at the left.</param>
/// <param name="Top">Black rows at the top.</param>
/// <param name="Right">Black columns at the right.</param>
/// <param name="Bottom">Black rows at the bottom.</param>
/// <param name="IsLetterbox">True when a lit picture begins all along the upper and the lower border, both alike.</param>
/// <param name="IsPillarbox">True when a lit picture begins all along the left and the right border, both alike.</param>
/// <param name="IsDark">True when nothing of the picture is lit: it says nothing about bars.</param>
internal readonly record struct BarEdges(int Left, int Top, int Right, int Bottom, bool IsLetterbox, bool IsPillarbox, bool IsDark);
