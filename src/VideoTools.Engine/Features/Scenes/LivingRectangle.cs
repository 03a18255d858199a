namespace VideoTools.Engine.Features.Scenes;

/// <summary>The rectangle with the largest sum where a living cell counts +1 and a still one -1.5.</summary>
// Method: Kadane's maximum subarray over the column sums of each pair of rows (Bentley 1984, "Programming Pearls"), on groups of 2x2
// cells; then each side moves by up to two cells while its line lives (outwards) or is still (inwards). Cost: rows^2 x columns / 16
// additions.
internal sealed class LivingRectangle(bool[] lives, int columns, int rows)
{
    private const int Group = 2;
    private const float Still = -1.5f;

    public CellRectangle Find()
    {
        int width = columns / Group, height = rows / Group;
        var groups = new float[width * height];
        for (var y = 0; y < height * Group; y++)
        {
            for (var x = 0; x < width * Group; x++)
            {
                groups[(y / Group * width) + (x / Group)] += lives[(y * columns) + x] ? 1 : Still;
            }
        }

        var best = (Sum: 0f, Found: default(CellRectangle));
        var sums = new float[width];
        for (var top = 0; top < height; top++)
        {
            Array.Clear(sums);
            for (var bottom = top; bottom < height; bottom++)
            {
                var (run, left) = (0f, 0);
                for (var x = 0; x < width; x++)
                {
                    sums[x] += groups[(bottom * width) + x];
                    if (run <= 0)
                    {
                        (run, left) = (0, x);
                    }

                    run += sums[x];
                    if (run > best.Sum)
                    {
                        best = (run, new CellRectangle(left * Group, top * Group, (x + 1) * Group, (bottom + 1) * Group));
                    }
                }
            }
        }

        return Fit(best.Found);
    }

    private CellRectangle Fit(CellRectangle found)
    {
        for (var i = 0; i < Group && found.Area > 0; i++)
        {
            found = found with { Left = found.Left + Move(found with { Left = found.Left - 1, Right = found.Left }, 1, 0) };
            found = found with { Right = found.Right - Move(found with { Left = found.Right, Right = found.Right + 1 }, -1, 0) };
            found = found with { Top = found.Top + Move(found with { Top = found.Top - 1, Bottom = found.Top }, 0, 1) };
            found = found with { Bottom = found.Bottom - Move(found with { Top = found.Bottom, Bottom = found.Bottom + 1 }, 0, -1) };
        }

        return found;
    }

    /// <summary>-1 when the line outside lives, 1 when the line inside is still, else 0.</summary>
    private int Move(CellRectangle outer, int x, int y)
    {
        var inner = new CellRectangle(outer.Left + x, outer.Top + y, outer.Right + x, outer.Bottom + y);
        var isInGrid = outer.Left >= 0 && outer.Top >= 0 && outer.Right <= columns && outer.Bottom <= rows;
        return isInGrid && 2 * outer.Count(lives, columns) > outer.Area ? -1 : 2 * inner.Count(lives, columns) < inner.Area ? 1 : 0;
    }
}
