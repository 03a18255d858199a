using VideoTools.Engine.Features.Crop;

namespace VideoTools.Engine.Features.CropPath;

/// <summary>Size of a window in a picture, in displayed pixels.</summary>
/// <param name="VideoWidth">Width of the picture.</param>
/// <param name="VideoHeight">Height of the picture.</param>
/// <param name="Width">Width of the window.</param>
/// <param name="Height">Height of the window.</param>
internal sealed record ShotFrame(int VideoWidth, int VideoHeight, int Width, int Height)
{
    /// <summary>The axis of the left edge.</summary>
    public ShotAxis X(PictureArea area) => Axis(Width, area.Left, area.Right, isVertical: false, VideoWidth);

    /// <summary>The axis of the top edge.</summary>
    public ShotAxis Y(PictureArea area) => Axis(Height, area.Top, area.Bottom, isVertical: true, VideoHeight);

    private ShotAxis Axis(int size, int from, int to, bool isVertical, int side) => new(
        (double)size / VideoWidth,
        (double)from / VideoWidth,
        Math.Max(from, to - size) / (double)VideoWidth,
        isVertical,
        VideoWidth,
        side);
}
