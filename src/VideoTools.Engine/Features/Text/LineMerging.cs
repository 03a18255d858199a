// Method: large or widely set text is sometimes found in pieces. Two boxes are joined when they lie on one line (same angle within 4
// degrees, heights alike, centres level) and the gap between them is smaller than a third of their height; repeated until nothing
// changes. The joined box is the upright (in the line's own direction) rectangle around both. Units: pixels. Cost: O(n^2), n is small.
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.Text;

/// <summary>Joins the pieces of a line.</summary>
internal static class LineMerging
{
    // Set by hand on the development set of docs/accuracy-text.md; no sweep is on record.
    private const double MaximumAngle = 0.07; // radians between two pieces
    private static readonly LineLimits Near = new(HeightRatio: 1.35, Shift: 0.25, Gap: 0.33);

    /// <summary>The boxes with pieces joined, in the order of their first piece.</summary>
    public static List<RotatedBox> Merge(IEnumerable<RotatedBox> boxes)
    {
        var result = boxes.ToList();
        for (var i = 0; i < result.Count; i++)
        {
            for (var j = i + 1; j < result.Count; j++)
            {
                if (TryJoin(result[i], result[j], Near) is { } joined)
                {
                    result[i] = joined;
                    result.RemoveAt(j);
                    j = i;
                }
            }
        }

        return result;
    }

    /// <summary>The box around two pieces of a line; null when they are none.</summary>
    internal static RotatedBox? TryJoin(RotatedBox a, RotatedBox b) => TryJoin(a, b, Near);

    /// <summary>The same, within other limits.</summary>
    internal static RotatedBox? TryJoin(RotatedBox a, RotatedBox b, LineLimits limits)
    {
        if (Math.Abs(a.Angle - b.Angle) > MaximumAngle || a.Width < a.Height / 2 || b.Width < b.Height / 2
            || Math.Max(a.Height, b.Height) > limits.HeightRatio * Math.Min(a.Height, b.Height))
        {
            return null;
        }

        // Both in the direction of the longer one, around its centre.
        var angle = a.Width >= b.Width ? a.Angle : b.Angle;
        var (sin, cos) = Math.SinCos(angle);
        var (dx, dy) = (b.CenterX - a.CenterX, b.CenterY - a.CenterY);
        var (along, across) = ((dx * cos) + (dy * sin), (dy * cos) - (dx * sin));
        var height = Math.Min(a.Height, b.Height);
        var gap = Math.Abs(along) - ((a.Width + b.Width) / 2);
        if (Math.Abs(across) > limits.Shift * height || gap > limits.Gap * height)
        {
            return null;
        }

        var (left, right) = (Math.Min(-a.Width / 2, along - (b.Width / 2)), Math.Max(a.Width / 2, along + (b.Width / 2)));
        var (top, bottom) = (Math.Min(-a.Height / 2, across - (b.Height / 2)), Math.Max(a.Height / 2, across + (b.Height / 2)));
        var (u, v) = ((left + right) / 2, (top + bottom) / 2);
        return new RotatedBox(a.CenterX + (u * cos) - (v * sin), a.CenterY + (u * sin) + (v * cos), right - left, bottom - top, angle);
    }
}
