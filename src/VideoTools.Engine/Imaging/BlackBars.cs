// Measures the black borders of one picture.
// Method: rows are counted from the top and the bottom, columns between them from the left and the right, while they are black (no pixel
// above BlackLimit) and even (lightest less darkest at most Evenness). A row that the scaler mixed from bar and picture counts as bar: it
// is clearly darker than the row behind it. What is black may be a bar or a dark picture; it is taken for a bar only where the picture
// begins at once: on both opposite sides, at about the same distance, along at least LitShare of the border.
// Units: luma levels, pixels. Cost: one row and column for a picture without bars, else the bars' area; about 10 us at 320 x 180.
namespace VideoTools.Engine.Imaging;

/// <summary>Black borders of single pictures.</summary>
internal static class BlackBars
{
    // Video black is 16; compression moves it by a few levels.
    private const int BlackLimit = 30;
    private const int Evenness = 14;
    private const int LitLimit = 38;
    private const int VideoBlack = 16;

    // A mixed row has at most this share of the light of the row behind it.
    private const double MixedShare = 0.75;
    private const double LitShare = 0.4;

    // What is left of a side must be a picture, not a line of text on black.
    private const double LeastPicture = 0.4;

    /// <summary>Measures a picture.</summary>
    public static BarEdges Measure(ReadOnlySpan<byte> luma, int width, int height)
    {
        var top = Count(luma, new Lines(0, 1, height, 0, width, width));
        if (top == height)
        {
            return new BarEdges(width, height, width, height, false, false, IsDark: true);
        }

        var bottom = Count(luma, new Lines(height - 1, -1, height, 0, width, width));
        var left = Count(luma, new Lines(0, 1, width, top, height - bottom, width) { AreColumns = true });
        var right = Count(luma, new Lines(width - 1, -1, width, top, height - bottom, width) { AreColumns = true });
        var (topLit, topEdge) = Edge(luma, new Lines(top, 1, height - bottom, left, width - right, width));
        var (bottomLit, bottomEdge) = Edge(luma, new Lines(height - 1 - bottom, -1, height - top, left, width - right, width));
        var (leftLit, leftEdge) = Edge(luma, new Lines(left, 1, width - right, top, height - bottom, width) { AreColumns = true });
        var (rightLit, rightEdge) = Edge(
            luma, new Lines(width - 1 - right, -1, width - left, top, height - bottom, width) { AreColumns = true });
        return new BarEdges(
            left == 0 ? 0 : left + leftEdge,
            top == 0 ? 0 : top + topEdge,
            right == 0 ? 0 : right + rightEdge,
            bottom == 0 ? 0 : bottom + bottomEdge,
            IsPair(top, bottom, height) && topLit && bottomLit,
            IsPair(left, right, width) && leftLit && rightLit,
            IsDark: false);
    }

    private static bool IsPair(int first, int second, int side) =>
        first > 0 && second > 0
        && Math.Abs(first - second) <= 1 + (Math.Max(first, second) / 10)
        && side - first - second >= LeastPicture * side;

    private static int Count(ReadOnlySpan<byte> luma, Lines lines)
    {
        var count = 0;
        while (count < lines.Limit && IsBar(luma, lines, lines.Start + (count * lines.Step)))
        {
            count++;
        }

        return count;
    }

    private static bool IsBar(ReadOnlySpan<byte> luma, Lines lines, int line)
    {
        var (lowest, highest) = (255, 0);
        for (var i = lines.From; i < lines.To; i++)
        {
            int value = luma[lines.At(line, i)];
            lowest = Math.Min(lowest, value);
            highest = Math.Max(highest, value);
            if (highest > BlackLimit)
            {
                return false;
            }
        }

        return highest - lowest <= Evenness;
    }

    // Whether the line behind the border is lit along most of it, and 1 when the border's last line is mixed.
    private static (bool IsLit, int Mixed) Edge(ReadOnlySpan<byte> luma, Lines lines)
    {
        var (light, share) = Light(luma, lines, lines.Start);
        var next = lines.Start + lines.Step;
        var (nextLight, nextShare) = lines.Limit > 1 ? Light(luma, lines, next) : (light, share);
        return light < MixedShare * nextLight ? (nextShare >= LitShare, 1) : (share >= LitShare, 0);
    }

    private static (double Light, double Share) Light(ReadOnlySpan<byte> luma, Lines lines, int line)
    {
        var (sum, lit) = (0, 0);
        for (var i = lines.From; i < lines.To; i++)
        {
            int value = luma[lines.At(line, i)];
            sum += Math.Max(0, value - VideoBlack);
            lit += value > LitLimit ? 1 : 0;
        }

        double count = Math.Max(1, lines.To - lines.From);
        return (sum / count, lit / count);
    }

    /// <summary>Rows or columns from one side on, each looked at between two others.</summary>
    private readonly record struct Lines(int Start, int Step, int Limit, int From, int To, int Stride)
    {
        public bool AreColumns { get; init; }

        public int At(int line, int i) => AreColumns ? (i * Stride) + line : (line * Stride) + i;
    }
}
