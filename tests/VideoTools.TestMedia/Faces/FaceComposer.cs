namespace VideoTools.TestMedia.Faces;

/// <summary>Puts portraits into other pictures, at any size and turn, with soft edges.</summary>
public static class FaceComposer
{
    // Of the face's height: hair and chin come along.
    private const double RadiusX = 1.0;
    private const double RadiusY = 1.15;
    private const double Soft = 0.2;

    /// <summary>Draws a portrait.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="picture">The photograph.</param>
    /// <param name="face">Which face of it.</param>
    /// <param name="centerX">Where its centre goes.</param>
    /// <param name="centerY">Where its centre goes.</param>
    /// <param name="height">How high it becomes in pixels, from the brows to the chin.</param>
    /// <param name="degrees">How far it is turned, clockwise.</param>
    /// <returns>The face in the canvas; its box is as large as the upright one's.</returns>
    public static FaceTruth Draw(
        RgbImage canvas, RgbImage picture, FaceTruth face, double centerX, double centerY, double height, double degrees)
    {
        var scale = face.Height / height;
        var (sin, cos) = Math.SinCos(-degrees * Math.PI / 180);
        var (radiusX, radiusY) = (RadiusX * height, RadiusY * height);
        var reach = Math.Max(radiusX, radiusY);
        var samples = Math.Clamp((int)Math.Ceiling(scale), 1, 12);
        for (var y = Math.Max(0, (int)(centerY - reach)); y < Math.Min(canvas.Height, centerY + reach + 1); y++)
        {
            for (var x = Math.Max(0, (int)(centerX - reach)); x < Math.Min(canvas.Width, centerX + reach + 1); x++)
            {
                double red = 0, green = 0, blue = 0;
                var (dx, dy) = (x + 0.5 - centerX, y + 0.5 - centerY);
                var (u, v) = ((dx * cos) - (dy * sin), (dx * sin) + (dy * cos));
                var distance = Math.Sqrt((u / radiusX * (u / radiusX)) + (v / radiusY * (v / radiusY)));
                var share = Math.Clamp((1 - distance) / Soft, 0, 1);
                if (share <= 0)
                {
                    continue;
                }

                // The mean of what the pixel covers: no finer detail than a camera would have seen.
                for (var i = 0; i < samples; i++)
                {
                    for (var j = 0; j < samples; j++)
                    {
                        var (sx, sy) = (dx + ((j + 0.5) / samples) - 0.5, dy + ((i + 0.5) / samples) - 0.5);
                        var color = picture.At(
                            face.CenterX + (((sx * cos) - (sy * sin)) * scale), face.CenterY + (((sx * sin) + (sy * cos)) * scale));
                        red += color.Red;
                        green += color.Green;
                        blue += color.Blue;
                    }
                }

                var at = ((y * canvas.Width) + x) * 3;
                var count = samples * samples;
                canvas.Pixels[at] = Mix(canvas.Pixels[at], red / count, share);
                canvas.Pixels[at + 1] = Mix(canvas.Pixels[at + 1], green / count, share);
                canvas.Pixels[at + 2] = Mix(canvas.Pixels[at + 2], blue / count, share);
            }
        }

        return face with { X = centerX - (face.Width / scale / 2), Y = centerY - (height / 2), Width = face.Width / scale, Height = height };
    }

    private static byte Mix(byte below, double above, double share) => (byte)Math.Clamp((below * (1 - share)) + (above * share) + 0.5, 0, 255);
}
