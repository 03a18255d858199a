using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Previews;

/// <summary>Colours of the pictures of crops.</summary>
internal static class PreviewColors
{
    /// <summary>The ground that tiles lie on.</summary>
    public static RgbColor Ground { get; } = new(24, 24, 28);

    /// <summary>Text, and borders of what is chosen.</summary>
    public static RgbColor Ink { get; } = new(255, 255, 255);

    /// <summary>Text of less importance.</summary>
    public static RgbColor Quiet { get; } = new(160, 164, 176);

    /// <summary>What darkens.</summary>
    public static RgbColor Shade { get; } = new(0, 0, 0);

    /// <summary>Borders of windows.</summary>
    public static RgbColor Edge { get; } = new(255, 214, 10);

    /// <summary>Heat.</summary>
    public static RgbColor Heat { get; } = new(255, 64, 0);
}
