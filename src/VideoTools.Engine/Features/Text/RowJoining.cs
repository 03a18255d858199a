// Method: words set far apart, a number and its unit, are found as lines of their own. Two that lie on one row, alike in height, with a
// gap of up to some heights between them, are one line. Columns stay apart: where another row nearby has a gap at the same place,
// with text on both sides, the gap means something. Joining follows the reading, so that a piece which reads badly joins nothing.
// Units: pixels. Cost: O(n^3) for n lines of a picture, n is small.
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.Text;

/// <summary>Joins the lines of a row.</summary>
internal static class RowJoining
{
    private const double SureEnough = 0.75;
    private const double NearRows = 4; // heights between the centres of two rows of one table
    private const double CommonGap = 0.5; // of the narrower of two gaps

    private static readonly LineLimits Apart = new(HeightRatio: 1.5, Shift: 0.35, Gap: 2.2);

    // Digits without anything above or below them are found lower than words.
    private static readonly LineLimits AnyGap = new(HeightRatio: 2.2, Shift: 0.5, Gap: double.PositiveInfinity);

    private readonly record struct Gap(double Left, double Right, double Middle, double Height);

    /// <summary>The lines of one picture, those of a row joined.</summary>
    public static List<TextLine> Join(IReadOnlyList<TextLine> lines)
    {
        var gaps = Gaps(lines);
        var result = lines.ToList();
        for (var i = 0; i < result.Count; i++)
        {
            for (var j = i + 1; j < result.Count; j++)
            {
                if (TryJoin(result[i], result[j], gaps) is { } joined)
                {
                    result[i] = joined;
                    result.RemoveAt(j);
                    (i, j) = (-1, result.Count);
                }
            }
        }

        return result;
    }

    private static TextLine? TryJoin(TextLine a, TextLine b, List<Gap> gaps)
    {
        if (Math.Min(a.Confidence, b.Confidence) < SureEnough || LineMerging.TryJoin(a.Box, b.Box, Apart) is not { } box
            || IsColumn(Between(a, b), gaps))
        {
            return null;
        }

        var (left, right) = a.Box.CenterX <= b.Box.CenterX ? (a, b) : (b, a);
        var letters = Math.Max(1, left.Letters.Count + right.Letters.Count);
        var confidence = left.Letters.Count + right.Letters.Count == 0
            ? Math.Min(left.Confidence, right.Confidence)
            : ((left.Confidence * left.Letters.Count) + (right.Confidence * right.Letters.Count)) / letters;
        return new TextLine(box, TagSpaces.Close(left.Text + " " + right.Text), confidence)
        {
            Letters = [.. Placed(left, box), .. Placed(right, box)],
            Engine = left.Engine == TextEngine.Tesseract ? left.Engine : right.Engine,
            IsLacking = left.IsLacking || right.IsLacking,
        };
    }

    // Lying lines only differ by a small angle, so that the upright extents say where letters are.
    private static IEnumerable<TextLetter> Placed(TextLine line, RotatedBox box)
    {
        var start = (line.Box.CenterX - (line.Box.Width / 2) - box.CenterX + (box.Width / 2)) / box.Width;
        return line.Letters.Select(l => l with { Position = (float)(start + (l.Position * line.Box.Width / box.Width)) });
    }

    private static List<Gap> Gaps(IReadOnlyList<TextLine> lines)
    {
        var gaps = new List<Gap>();
        foreach (var left in lines)
        {
            // The next line of the row to the right, at any distance.
            var right = lines.Where(l => l.Box.CenterX > left.Box.CenterX && !ReferenceEquals(l, left)
                    && LineMerging.TryJoin(left.Box, l.Box, AnyGap) is not null)
                .MinBy(l => l.Box.CenterX);
            if (right is not null)
            {
                gaps.Add(Between(left, right));
            }
        }

        return gaps;
    }

    private static Gap Between(TextLine a, TextLine b)
    {
        var (left, right) = a.Box.CenterX <= b.Box.CenterX ? (a.Box.Bounds(), b.Box.Bounds()) : (b.Box.Bounds(), a.Box.Bounds());
        return new Gap(left.Right, right.Left, (a.Box.CenterY + b.Box.CenterY) / 2, Math.Min(a.Box.Height, b.Box.Height));
    }

    private static bool IsColumn(Gap gap, List<Gap> gaps) => gaps.Any(other =>
        Math.Abs(other.Middle - gap.Middle) > gap.Height / 2
        && Math.Abs(other.Middle - gap.Middle) <= NearRows * gap.Height
        && Math.Min(gap.Right, other.Right) - Math.Max(gap.Left, other.Left)
            >= CommonGap * Math.Max(1, Math.Min(gap.Right - gap.Left, other.Right - other.Left)));
}
