// Method: letters that stand one below the other. The network reads lines, so the letters are laid side by side. Where the detector found
// one tall box, its rows of pixels with contrast are the letters and those without the gaps; runs of rows that fit into a square
// together are one letter (an i, a Chinese character); where no gaps are seen, the box is cut into squares. Where it found the letters
// themselves, they are the letters, if each of them reads as one.
// Units: pixels. Cost: some microseconds a box.
using System.Numerics.Tensors;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Text;

/// <summary>Finds the letters of stacked text.</summary>
internal static class StackedText
{
    private const int Columns = 16;
    private const double GapContrast = 0.35; // of that of rows with letters
    private const double LetterHeight = 1.1; // at most, in widths of the box
    private const double Margin = 1.3;
    private const int LeastLetters = 3;

    /// <summary>The letters of a tall box, top to bottom, all of one size; empty when it cannot be a stack.</summary>
    public static RotatedBox[] Letters(VideoFrame still, RotatedBox box)
    {
        var rows = (int)Math.Round(Columns * box.Height / Math.Max(1, box.Width));
        if (rows < LeastLetters * Columns / 2)
        {
            return [];
        }

        var planes = new float[3 * rows * Columns];
        QuadSampler.FillBgr(still.Y, still.Width, still.Height, box, planes, Columns, Columns, rows);
        var runs = Runs(planes.AsSpan(rows * Columns, rows * Columns), rows);
        if (runs.Count < LeastLetters || runs.Max(r => r.End - r.Start) > LetterHeight * Columns)
        {
            var count = (int)Math.Round((double)rows / Columns);
            runs = [.. Enumerable.Range(0, count).Select(i => (rows * i / count, rows * (i + 1) / count))];
        }

        if (runs.Count < LeastLetters)
        {
            return [];
        }

        var height = Math.Min(runs.Max(r => r.End - r.Start) * Margin, LetterHeight * Columns) * box.Height / rows;
        var (sin, cos) = Math.SinCos(box.Angle);
        return [.. runs.Select(r =>
        {
            var v = (((r.Start + r.End) / 2.0 / rows) - 0.5) * box.Height;
            return box with { CenterX = box.CenterX - (v * sin), CenterY = box.CenterY + (v * cos), Height = height };
        })];
    }

    /// <summary>Boxes of about one letter each that stand one below the other, top to bottom, as indices.</summary>
    public static List<int[]> Chains(IReadOnlyList<RotatedBox> boxes)
    {
        var chains = new List<int[]>();
        var free = Enumerable.Range(0, boxes.Count).Where(i => IsLetter(boxes[i])).OrderBy(i => boxes[i].CenterY).ToList();
        while (free.Count > 0)
        {
            List<int> chain = [free[0]];
            foreach (var next in free.Skip(1))
            {
                if (Follows(boxes[chain[^1]], boxes[next]))
                {
                    chain.Add(next);
                }
            }

            free.RemoveAll(chain.Contains);
            if (chain.Count >= LeastLetters)
            {
                chains.Add([.. chain]);
            }
        }

        return chains;
    }

    /// <summary>The boxes of a chain made one size, to be laid side by side.</summary>
    public static RotatedBox[] Letters(IEnumerable<RotatedBox> chain)
    {
        var boxes = chain.ToList();
        var (width, height) = (boxes.Max(b => b.Width), boxes.Max(b => b.Height));
        return [.. boxes.Select(b => b with { Width = width, Height = height, Angle = 0 })];
    }

    /// <summary>The upright box around a chain.</summary>
    public static RotatedBox Around(IEnumerable<RotatedBox> chain)
    {
        var bounds = chain.Select(b => b.Bounds()).ToList();
        var (left, top) = (bounds.Min(b => b.Left), bounds.Min(b => b.Top));
        var (right, bottom) = (bounds.Max(b => b.Right), bounds.Max(b => b.Bottom));
        return new RotatedBox((left + right) / 2, (top + bottom) / 2, right - left, bottom - top, 0);
    }

    private static bool IsLetter(RotatedBox box) => box.Width <= 1.7 * box.Height && box.Height <= 3 * box.Width;

    private static bool Follows(RotatedBox above, RotatedBox below)
    {
        var (width, height) = (Math.Max(above.Width, below.Width), Math.Max(above.Height, below.Height));
        var gap = below.CenterY - above.CenterY - ((above.Height + below.Height) / 2);
        return Math.Abs(above.CenterX - below.CenterX) <= 0.3 * width
            && height <= 1.7 * Math.Min(above.Height, below.Height)
            && gap <= 0.6 * height && gap >= -0.5 * height;
    }

    private static List<(int Start, int End)> Runs(ReadOnlySpan<float> luma, int rows)
    {
        var contrast = new float[rows];
        for (var row = 0; row < rows; row++)
        {
            // Without the columns at the edges, which the margin of the detector fills.
            var values = luma.Slice((row * Columns) + 2, Columns - 4);
            contrast[row] = TensorPrimitives.Max(values) - TensorPrimitives.Min(values);
        }

        var least = GapContrast * contrast.Order().ElementAt(rows * 9 / 10);
        var runs = new List<(int Start, int End)>();
        for (var row = 0; row < rows; row++)
        {
            if (contrast[row] < least)
            {
                continue;
            }

            var end = row;
            while (end < rows && contrast[end] >= least)
            {
                end++;
            }

            if (runs.Count > 0 && end - runs[^1].Start <= 0.8 * Columns && row - runs[^1].End <= 0.2 * Columns)
            {
                runs[^1] = (runs[^1].Start, end);
            }
            else
            {
                runs.Add((row, end));
            }

            row = end;
        }

        return [.. runs.Where(r => r.End - r.Start >= 2)];
    }
}
