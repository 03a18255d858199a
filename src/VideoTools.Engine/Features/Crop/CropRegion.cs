namespace VideoTools.Engine.Features.Crop;

/// <summary>
/// Regions of the picture, told by where the crop's centre lies in the range that it can reach. That range is the same as the
/// range of its left edge (0 to picture width - crop width), so every region can be reached on an axis with room. An axis
/// without room has no regions: a tall crop of a wide picture has Left, Center and Right.
/// </summary>
internal static class CropRegion
{
    /// <summary>
    /// The regions a position lies in: one of the sides or corners, or none when it is in the middle of an axis that can move; and
    /// Center.
    /// </summary>
    public static IEnumerable<string> Of(CropPosition position)
    {
        var (column, centerX) = Locate(position.X, position.VideoWidth - position.Width, "Left", "Right");
        var (row, centerY) = Locate(position.Y, position.VideoHeight - position.Height, "Top", "Bottom");

        // Null: in the middle of a movable axis, therefore on neither side. Empty: the axis has no sides.
        if (column is not null && row is not null && column.Length + row.Length > 0)
        {
            yield return column.Length > 0 && row.Length > 0 ? $"{row}-{column}" : row + column;
        }

        if (centerX && centerY)
        {
            yield return "Center";
        }
    }

    private static (string? Side, bool Center) Locate(int coordinate, int maximum, string low, string high)
    {
        if (maximum <= 0)
        {
            return ("", true);
        }

        // Distance from the middle in half pixels; within one it is only the rounding of an odd range.
        var offset = (2L * coordinate) - maximum;
        var side = offset < -1 ? low : offset > 1 ? high : null;

        // The middle half of the reachable range.
        return (side, Math.Abs(offset) * 2 < maximum || side is null);
    }
}
