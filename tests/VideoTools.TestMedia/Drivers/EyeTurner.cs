using VideoTools.TestMedia.Faces;

namespace VideoTools.TestMedia.Drivers;

/// <summary>Turns eyes of photographs to the side: what lies between the lids is moved along them, most in the middle, not at the ends.</summary>
public static class EyeTurner
{
    /// <summary>Turns one eye.</summary>
    /// <param name="image">The picture to change.</param>
    /// <param name="upper">The upper lid's edge from one end of the eye to the other, ends included.</param>
    /// <param name="lower">The lower lid's edge, alike.</param>
    /// <param name="shift">How far the iris moves to the right of the picture, in widths of the eye.</param>
    public static void Turn(
        RgbImage image, IReadOnlyList<(double X, double Y)> upper, IReadOnlyList<(double X, double Y)> lower, double shift)
    {
        var original = image.Clone();
        var (left, right) = upper[0].X < upper[^1].X ? (upper[0], upper[^1]) : (upper[^1], upper[0]);
        var width = right.X - left.X;
        for (var x = (int)left.X; x < right.X; x++)
        {
            var at = (x + 0.5 - left.X) / width;
            if (at is <= 0 or >= 1)
            {
                continue;
            }

            var (top, bottom) = (Height(upper, x + 0.5), Height(lower, x + 0.5));
            for (var y = (int)top; y <= bottom; y++)
            {
                // Soft at the lids, so that no edge is made.
                var inside = Math.Clamp(Math.Min(y + 0.5 - top, bottom - y - 0.5) / 1.5, 0, 1);
                var moved = 4 * at * (1 - at) * shift * width * inside;
                var color = original.At(x + 0.5 - moved, y + 0.5);
                var i = ((y * image.Width) + x) * 3;
                (image.Pixels[i], image.Pixels[i + 1], image.Pixels[i + 2]) =
                    ((byte)(color.Red + 0.5), (byte)(color.Green + 0.5), (byte)(color.Blue + 0.5));
            }
        }
    }

    private static double Height(IReadOnlyList<(double X, double Y)> line, double x)
    {
        for (var i = 1; i < line.Count; i++)
        {
            var (a, b) = line[i - 1].X < line[i].X ? (line[i - 1], line[i]) : (line[i], line[i - 1]);
            if (x >= a.X && x <= b.X)
            {
                return b.X > a.X ? a.Y + ((x - a.X) / (b.X - a.X) * (b.Y - a.Y)) : a.Y;
            }
        }

        return line[^1].Y;
    }
}
