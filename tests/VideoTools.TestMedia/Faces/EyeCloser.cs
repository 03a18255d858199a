namespace VideoTools.TestMedia.Faces;

/// <summary>
/// Closes eyes of photographs: the skin above the eye is drawn down over it to a line near the lower lid, as a lid does, by moving pixels along
/// columns of the eye. Made by lids that are known, so that the truth does not hang on what is being tested alone: a closed eye shows
/// no white and no iris.
/// </summary>
public static class EyeCloser
{
    /// <summary>Closes one eye.</summary>
    /// <param name="image">The picture to change.</param>
    /// <param name="upper">The upper lid's edge from one end of the eye to the other, ends included.</param>
    /// <param name="lower">The lower lid's edge, alike.</param>
    /// <param name="share">How far, 0 (not) to 1 (wholly).</param>
    public static void Close(RgbImage image, IReadOnlyList<(double X, double Y)> upper, IReadOnlyList<(double X, double Y)> lower, double share)
    {
        var (start, end) = (upper[0], upper[^1]);
        var width = Math.Sqrt(Math.Pow(end.X - start.X, 2) + Math.Pow(end.Y - start.Y, 2));
        var (ux, uy) = ((end.X - start.X) / width, (end.Y - start.Y) / width);

        // In the frame of the eye: along its axis and across it (downwards positive, whatever way the ends were given).
        var (vx, vy) = ux >= 0 ? (-uy, ux) : (uy, -ux);
        var original = image.Clone();
        var above = 0.55 * width;
        List<(double U, double V)> upperLine = [.. upper.Select(Local)];
        List<(double U, double V)> lowerLine = [.. lower.Select(Local)];
        for (var y = (int)(Math.Min(start.Y, end.Y) - width); y <= (int)(Math.Max(start.Y, end.Y) + width); y++)
        {
            for (var x = (int)(Math.Min(start.X, end.X) - (0.2 * width)); x <= (int)(Math.Max(start.X, end.X) + (0.2 * width)); x++)
            {
                if (x < 0 || y < 0 || x >= image.Width || y >= image.Height)
                {
                    continue;
                }

                var (u, v) = Local((x + 0.5, y + 0.5));
                if (u < 0 || u > width)
                {
                    continue;
                }

                var (lid, bottom) = (At(upperLine, u), At(lowerLine, u));

                // The lashes' line comes along and ends just above the lower lid.
                var edge = lid + (share * Math.Max(0, bottom - lid));
                var top = lid - above;
                if (v <= top || v >= edge || bottom - lid < 0.3)
                {
                    continue;
                }

                // Skin between the brow and the lid's edge is stretched over the eye.
                var from = top + ((v - top) * ((lid - top) / (edge - top)));
                var color = original.At(start.X + (u * ux) + (from * vx), start.Y + (u * uy) + (from * vy));
                var at = ((y * image.Width) + x) * 3;
                (image.Pixels[at], image.Pixels[at + 1], image.Pixels[at + 2]) =
                    ((byte)(color.Red + 0.5), (byte)(color.Green + 0.5), (byte)(color.Blue + 0.5));
            }
        }

        (double U, double V) Local((double X, double Y) p) =>
            (((p.X - start.X) * ux) + ((p.Y - start.Y) * uy), ((p.X - start.X) * vx) + ((p.Y - start.Y) * vy));
    }

    private static double At(List<(double U, double V)> line, double u)
    {
        for (var i = 1; i < line.Count; i++)
        {
            if (u <= line[i].U || i == line.Count - 1)
            {
                var length = line[i].U - line[i - 1].U;
                var share = length > 0 ? Math.Clamp((u - line[i - 1].U) / length, 0, 1) : 0;
                return line[i - 1].V + (share * (line[i].V - line[i - 1].V));
            }
        }

        return 0;
    }
}
