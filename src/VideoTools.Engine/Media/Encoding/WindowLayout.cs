namespace VideoTools.Engine.Media.Encoding;

/// <summary>How one window fills the output.</summary>
/// <param name="Window">The window.</param>
/// <param name="PictureWidth">Width that it is scaled to, even.</param>
/// <param name="PictureHeight">Height that it is scaled to, even.</param>
/// <param name="BackWidth">Width of the part of the window whose blurred copy fills what is left.</param>
/// <param name="BackHeight">Height of that part.</param>
internal sealed record WindowLayout(EncodeWindow Window, int PictureWidth, int PictureHeight, int BackWidth, int BackHeight)
{
    /// <summary>The layout of a window in a picture.</summary>
    public static WindowLayout Of(EncodeWindow window, int width, int height)
    {
        var backWidth = Math.Clamp((int)Math.Round((double)window.Height * width / height), 1, window.Width);
        var backHeight = Math.Clamp((int)Math.Round((double)window.Width * height / width), 1, window.Height);
        if (window.Fit == CropFit.Crop)
        {
            return new WindowLayout(window, width, height, backWidth, backHeight);
        }

        var scale = Math.Min((double)width / window.Width, (double)height / window.Height);
        return new WindowLayout(window, Even(window.Width * scale, width), Even(window.Height * scale, height), backWidth, backHeight);
    }

    // Whole chroma samples on both sides; a pixel less is not seen, a pixel more has no room.
    private static int Even(double length, int most) => Math.Clamp((int)Math.Round(length / 2) * 2, 2, most);
}
