// Evenly spread crop positions.
// Method: coordinate i of n is maximum*i/(n-1) in whole numbers, so the first lies at 0 and the last at the far edge; each
// coordinate is used once, however small the room is. (The system this replaces began at 1 "against edge artefacts" and
// repeated positions where an axis had no room; a crop at 0 is as good as any other.) Cost: linear in the positions.
namespace VideoTools.Engine.Features.Crop;

/// <summary>Positions of the top-left corner of a crop, distinct, row-major.</summary>
internal static class CropGrid
{
    /// <summary>Spreads <paramref name="size"/> coordinates over each axis that has room.</summary>
    /// <param name="maximumX">Largest left edge, at least 0.</param>
    /// <param name="maximumY">Largest top edge, at least 0.</param>
    /// <param name="size">Coordinates per axis, at least 1; 1 takes the middle. An axis without room always has the one coordinate
    /// 0.</param>
    /// <returns>Row-major: y outside, x inside. Fewer than size x size where an axis has room for fewer whole pixels.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static IReadOnlyList<CropPoint> Create(int maximumX, int maximumY, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumX);
        ArgumentOutOfRangeException.ThrowIfNegative(maximumY);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var xs = GetCoordinates(maximumX, size);
        var ys = GetCoordinates(maximumY, size);
        var points = new CropPoint[checked(xs.Length * ys.Length)];
        var index = 0;
        foreach (var y in ys)
        {
            foreach (var x in xs)
            {
                points[index++] = new CropPoint(x, y);
            }
        }

        return points;
    }

    private static int[] GetCoordinates(int maximum, int size)
    {
        if (maximum == 0)
        {
            return [0];
        }

        if (size == 1)
        {
            return [maximum / 2];
        }

        // With more coordinates than pixels every pixel is one: no division can give more distinct values.
        if (size > maximum)
        {
            return [.. Enumerable.Range(0, maximum + 1)];
        }

        var coordinates = new int[size];
        for (var i = 0; i < size; i++)
        {
            coordinates[i] = (int)((long)maximum * i / (size - 1));
        }

        return coordinates;
    }
}
