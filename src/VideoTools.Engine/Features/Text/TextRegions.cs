// Method: post-processing of DBNet (Liao et al., "Real-time scene text detection with differentiable binarization", AAAI 2020) as
// PP-OCR uses it: pixels above Threshold are joined into 8-connected regions (runs of a row, union-find); the rectangle of least area
// around a region is scored by the mean probability inside it, and grown by area x Unclip / circumference, because the network was
// trained on shrunken text. Only the ends of runs can be hull corners, so only they are kept.
// Units: pixels of the map. Cost: one pass over the map, about 1 ms per megapixel, plus some microseconds per region.
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.Text;

/// <summary>Boxes of text in a probability map.</summary>
internal static class TextRegions
{
    /// <summary>Probability from which a pixel belongs to text.</summary>
    public const float Threshold = 0.3f;

    /// <summary>Least mean probability of a box.</summary>
    public const double BoxScore = 0.6;

    /// <summary>How far a box grows.</summary>
    public const double Unclip = 1.6;

    /// <summary>Shorter sides before growing are specks.</summary>
    public const double MinimumSide = 3;

    private readonly record struct Run(int Row, int Start, int End);

    /// <summary>Finds boxes, in reading order of their topmost pixel (then the leftmost).</summary>
    /// <param name="map">Probabilities 0 to 1, rows without padding.</param>
    /// <param name="width">Pixels per row.</param>
    /// <param name="usedWidth">Columns that belong to the picture; the rest is padding.</param>
    /// <param name="usedHeight">Rows that belong to the picture.</param>
    public static List<(RotatedBox Box, double Score)> Find(ReadOnlySpan<float> map, int width, int usedWidth, int usedHeight)
    {
        var runs = new List<Run>();
        var parent = new List<int>();
        var previousFirst = 0;
        for (var y = 0; y < usedHeight; y++)
        {
            var first = runs.Count;
            AddRuns(map.Slice(y * width, usedWidth), y, runs, parent);
            Join(runs, parent, previousFirst, first);
            previousFirst = first;
        }

        var regions = new Dictionary<int, List<(int X, int Y)>>();
        var order = new List<int>();
        for (var i = 0; i < runs.Count; i++)
        {
            var root = Root(parent, i);
            if (!regions.TryGetValue(root, out var points))
            {
                regions.Add(root, points = []);
                order.Add(root);
            }

            points.Add((runs[i].Start, runs[i].Row));
            points.Add((runs[i].End, runs[i].Row));
        }

        var found = new List<(RotatedBox, double)>();
        foreach (var root in order)
        {
            var box = MinimumAreaBox.Of(regions[root]);
            if (Math.Min(box.Width, box.Height) < MinimumSide)
            {
                continue;
            }

            var score = MeanInside(map, width, usedWidth, usedHeight, box);
            if (score >= BoxScore)
            {
                found.Add((box.Grow(box.Width * box.Height * Unclip / (2 * (box.Width + box.Height))), score));
            }
        }

        return found;
    }

    private static void AddRuns(ReadOnlySpan<float> row, int y, List<Run> runs, List<int> parent)
    {
        var x = 0;
        while (x < row.Length)
        {
            // Most of a picture is no text: the vectorised search skips it.
            var start = row[x..].IndexOfAnyInRange(Threshold, float.MaxValue);
            if (start < 0)
            {
                return;
            }

            start += x;
            var end = start;
            while (end + 1 < row.Length && row[end + 1] >= Threshold)
            {
                end++;
            }

            parent.Add(runs.Count);
            runs.Add(new Run(y, start, end));
            x = end + 1;
        }
    }

    private static void Join(List<Run> runs, List<int> parent, int previous, int first)
    {
        for (var current = first; current < runs.Count; current++)
        {
            while (previous < first && runs[previous].End < runs[current].Start - 1)
            {
                previous++;
            }

            for (var above = previous; above < first && runs[above].Start <= runs[current].End + 1; above++)
            {
                var (a, b) = (Root(parent, above), Root(parent, current));
                parent[Math.Max(a, b)] = Math.Min(a, b);
            }
        }
    }

    private static int Root(List<int> parent, int item)
    {
        while (parent[item] != item)
        {
            parent[item] = parent[parent[item]];
            item = parent[item];
        }

        return item;
    }

    private static double MeanInside(ReadOnlySpan<float> map, int width, int usedWidth, int usedHeight, RotatedBox box)
    {
        var (left, top, right, bottom) = box.Bounds();
        var (sin, cos) = Math.SinCos(box.Angle);
        double sum = 0;
        long count = 0;
        for (var y = Math.Max(0, (int)top); y <= Math.Min(usedHeight - 1, (int)Math.Ceiling(bottom)); y++)
        {
            for (var x = Math.Max(0, (int)left); x <= Math.Min(usedWidth - 1, (int)Math.Ceiling(right)); x++)
            {
                var (dx, dy) = (x - box.CenterX, y - box.CenterY);
                var (along, across) = (Math.Abs((dx * cos) + (dy * sin)), Math.Abs((dy * cos) - (dx * sin)));
                if (along <= (box.Width / 2) + 0.5 && across <= (box.Height / 2) + 0.5)
                {
                    sum += map[(y * width) + x];
                    count++;
                }
            }
        }

        return count == 0 ? 0 : sum / count;
    }
}
