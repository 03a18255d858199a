namespace VideoTools.Engine.Features.Scenes;

/// <summary>A rectangle of cells; right and bottom lie outside.</summary>
internal readonly record struct CellRectangle(int Left, int Top, int Right, int Bottom)
{
    /// <summary>Number of cells.</summary>
    public int Area => Math.Max(0, Right - Left) * Math.Max(0, Bottom - Top);

    /// <summary>True for a cell inside.</summary>
    public bool Holds(int x, int y) => x >= Left && x < Right && y >= Top && y < Bottom;

    /// <summary>Wider by some cells on each side, within a grid.</summary>
    public CellRectangle Widened(int by, int columns, int rows) =>
        new(Math.Max(0, Left - by), Math.Max(0, Top - by), Math.Min(columns, Right + by), Math.Min(rows, Bottom + by));

    /// <summary>Cells inside that are true.</summary>
    public int Count(bool[] cells, int columns)
    {
        var count = 0;
        for (var y = Top; y < Bottom; y++)
        {
            for (var x = Left; x < Right; x++)
            {
                count += cells[(y * columns) + x] ? 1 : 0;
            }
        }

        return count;
    }
}
