// Method: the picture is cut into 6 x 6 cells. A text shows in a cell when its box covers a tenth of it, or has its centre there; what
// is counted is the time in which any text shows (overlapping texts once). Cost: O(cells x n log n) for n texts.
namespace VideoTools.Engine.Features.Text;

/// <summary>Where in the picture text stands, over the time of a video.</summary>
internal static class TextHeatMap
{
    /// <summary>Columns, and rows.</summary>
    public const int Size = 6;

    private const double CoveredShare = 0.1;

    /// <summary>Shares of the time (0 to 1, three decimals) of each cell, row by row from the top left; empty without text.</summary>
    /// <param name="texts">The texts of one video.</param>
    /// <param name="width">Displayed width in pixels.</param>
    /// <param name="height">Displayed height in pixels.</param>
    /// <param name="seconds">Length of the video.</param>
    public static ValueList<double> Of(IReadOnlyList<VideoText> texts, int width, int height, double seconds)
    {
        if (texts.Count == 0 || width <= 0 || height <= 0 || seconds <= 0)
        {
            return ValueList<double>.Empty;
        }

        var (cellWidth, cellHeight) = ((double)width / Size, (double)height / Size);
        var shares = new double[Size * Size];
        for (var i = 0; i < shares.Length; i++)
        {
            var (left, top) = (i % Size * cellWidth, i / Size * cellHeight);
            var shown = texts.Where(t => Shows(t, left, top, cellWidth, cellHeight));
            shares[i] = Math.Round(Math.Min(1, TextSummary.SecondsOfAny(shown) / seconds), 3);
        }

        return new ValueList<double>(shares);
    }

    private static bool Shows(VideoText text, double left, double top, double width, double height)
    {
        var (x, y) = (text.X + (text.Width / 2.0), text.Y + (text.Height / 2.0));
        if (x >= left && x < left + width && y >= top && y < top + height)
        {
            return true;
        }

        var across = Math.Min(left + width, text.X + text.Width) - Math.Max(left, text.X);
        var down = Math.Min(top + height, text.Y + text.Height) - Math.Max(top, text.Y);
        return across > 0 && down > 0 && across * down >= CoveredShare * width * height;
    }
}
