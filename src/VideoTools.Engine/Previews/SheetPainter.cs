// Method: a row a crop: its label, then its frames side by side; outside of the window the frame has a third of its light, and the border
// of the window lies inside of it. Units: pixels. Cost: the pixels of the sheet.
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Previews;

/// <summary>Paints the sheet with all crops of a file.</summary>
internal static class SheetPainter
{
    /// <summary>Share of the light that is taken from what lies outside of a window.</summary>
    public const double Shade = 0.66;

    /// <summary>Distance between tiles, and to the edges.</summary>
    public const int Gap = 8;

    /// <summary>Height of a label with the distance below.</summary>
    public const int LabelHeight = 22;

    private const int TextScale = 2;
    private const int Border = 2;

    /// <summary>The sheet.</summary>
    /// <param name="rows">At least one, all frames of one size.</param>
    public static RgbPicture Paint(IReadOnlyList<SheetRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var frame = rows[0].Tiles[0].Frame;
        var columns = rows.Max(row => row.Tiles.Count);
        var widest = rows.Max(row => PixelText.Width(row.Label, TextScale));
        var width = Math.Max((columns * (frame.Width + Gap)) + Gap, widest + (2 * Gap));
        var sheet = new RgbPicture(width, (rows.Count * RowHeight(frame)) + Gap);
        sheet.Fill(new PixelArea(0, 0, sheet.Width, sheet.Height), PreviewColors.Ground);
        foreach (var (i, row) in rows.Index())
        {
            var top = TileTop(i, frame) - LabelHeight;
            PixelText.Write(sheet, Gap, top, row.Label, TextScale, PreviewColors.Ink);
            foreach (var (column, tile) in row.Tiles.Index())
            {
                sheet.Draw(Mark(tile.Frame, tile.Window, Time(tile.Seconds)), TileLeft(column, frame), top + LabelHeight);
            }
        }

        return sheet;
    }

    /// <summary>Left edge of the tiles of a column.</summary>
    public static int TileLeft(int column, RgbPicture frame) => Gap + (column * (frame.Width + Gap));

    /// <summary>Top edge of the tiles of a row.</summary>
    public static int TileTop(int row, RgbPicture frame) => Gap + (row * RowHeight(frame)) + LabelHeight;

    /// <summary>A time as a label has it, for example 1:04.2.</summary>
    public static string Time(double seconds) => seconds < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} S")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)(seconds / 60)}:{seconds % 60:00.0}");

    /// <summary>Writes a label into the lower left corner of a tile.</summary>
    /// <param name="picture">Where.</param>
    /// <param name="left">Left edge of the tile.</param>
    /// <param name="bottom">Lower edge of the tile.</param>
    /// <param name="text">The label.</param>
    public static void Stamp(RgbPicture picture, int left, int bottom, string text)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var (width, height) = (PixelText.Width(text, 1) + 6, PixelText.Height(1) + 4);
        picture.Fill(new PixelArea(left, bottom - height, left + width, bottom), PreviewColors.Shade);
        PixelText.Write(picture, left + 3, bottom - height + 2, text, 1, PreviewColors.Ink);
    }

    private static int RowHeight(RgbPicture frame) => LabelHeight + frame.Height + Gap;

    private static RgbPicture Mark(RgbPicture frame, PixelArea window, string time)
    {
        var tile = frame.Cut(new PixelArea(0, 0, frame.Width, frame.Height));
        tile.FillOutside(window, PreviewColors.Shade, Shade);
        tile.Outline(window, Border, PreviewColors.Edge);
        Stamp(tile, 0, tile.Height, time);
        return tile;
    }
}
