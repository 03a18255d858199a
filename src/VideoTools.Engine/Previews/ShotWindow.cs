using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Previews;

/// <summary>Where the window of a crop is at a moment, in pixels of a picture of any size.</summary>
internal static class ShotWindow
{
    /// <summary>The window's place in a picture of the video.</summary>
    /// <param name="shot">The window; it moves evenly between two keys.</param>
    /// <param name="seconds">The moment.</param>
    /// <param name="videoWidth">Width of the displayed video.</param>
    /// <param name="videoHeight">Height of the displayed video.</param>
    /// <param name="width">Width of the picture.</param>
    /// <param name="height">Height of the picture.</param>
    public static PixelArea At(CropShot shot, double seconds, int videoWidth, int videoHeight, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(shot);
        var (x, y) = Corner(shot, seconds);
        var (across, down) = ((double)width / videoWidth, (double)height / videoHeight);
        return new PixelArea(
            (int)Math.Round(x * across), (int)Math.Round(y * down),
            (int)Math.Round((x + shot.Width) * across), (int)Math.Round((y + shot.Height) * down)).Within(width, height);
    }

    /// <summary>The upper left corner at a moment, in displayed pixels.</summary>
    public static (double X, double Y) Corner(CropShot shot, double seconds)
    {
        ArgumentNullException.ThrowIfNull(shot);
        var path = shot.Path;
        if (path.Count == 0)
        {
            return (shot.X, shot.Y);
        }

        for (var i = 1; i < path.Count; i++)
        {
            if (seconds < path[i].Seconds)
            {
                var (from, to) = (path[i - 1], path[i]);
                var share = Math.Clamp((seconds - from.Seconds) / Math.Max(1e-9, to.Seconds - from.Seconds), 0, 1);
                return (from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share));
            }
        }

        return (path[^1].X, path[^1].Y);
    }
}
