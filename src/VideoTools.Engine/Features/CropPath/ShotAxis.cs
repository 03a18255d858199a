namespace VideoTools.Engine.Features.CropPath;

/// <summary>One axis of a window and of what it shows. Lengths in picture widths.</summary>
/// <param name="Size">Size of the window along it.</param>
/// <param name="Minimum">Least place of its edge.</param>
/// <param name="Maximum">Greatest place of its edge.</param>
/// <param name="IsVertical">True for the axis from top to bottom.</param>
/// <param name="VideoWidth">Displayed pixels of the picture's width: the unit.</param>
/// <param name="VideoSide">Displayed pixels of the picture along this axis.</param>
internal sealed record ShotAxis(double Size, double Minimum, double Maximum, bool IsVertical, int VideoWidth, int VideoSide)
{
    /// <summary>Where a box begins.</summary>
    public double From(SubjectBox box) => (IsVertical ? box.Top : box.Left) * VideoSide / VideoWidth;

    /// <summary>Where a box ends.</summary>
    public double To(SubjectBox box) => (IsVertical ? box.Bottom : box.Right) * VideoSide / VideoWidth;

    /// <summary>Where something to keep begins.</summary>
    public double From(KeepBox box) => (IsVertical ? box.Top : box.Left) / VideoWidth;

    /// <summary>Where something to keep ends.</summary>
    public double To(KeepBox box) => (IsVertical ? box.Bottom : box.Right) / VideoWidth;
}
