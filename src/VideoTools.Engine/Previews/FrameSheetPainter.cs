// Method: tiles row by row, five a row, each with its time in the lower left corner. Units: pixels. Cost: the pixels of the sheet.
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Previews;

/// <summary>Paints a contact sheet.</summary>
internal static class FrameSheetPainter
{
    /// <summary>Longest side of a tile.</summary>
    public const int TileSide = 240;

    /// <summary>Tiles a row.</summary>
    public const int Columns = 5;

    /// <summary>The sheet.</summary>
    /// <param name="tiles">At least one, all of one size, with their times in seconds.</param>
    public static RgbPicture Paint(IReadOnlyList<(RgbPicture Picture, double Seconds)> tiles)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        var tile = tiles[0].Picture;
        var columns = Math.Min(Columns, tiles.Count);
        var rows = (tiles.Count + columns - 1) / columns;
        const int Gap = SheetPainter.Gap;
        var sheet = new RgbPicture((columns * (tile.Width + Gap)) + Gap, (rows * (tile.Height + Gap)) + Gap);
        sheet.Fill(new PixelArea(0, 0, sheet.Width, sheet.Height), PreviewColors.Ground);
        foreach (var (i, (picture, seconds)) in tiles.Index())
        {
            var (left, top) = Corner(i, tile);
            sheet.Draw(picture, left, top);
            SheetPainter.Stamp(sheet, left, top + picture.Height, SheetPainter.Time(seconds));
        }

        return sheet;
    }

    /// <summary>Upper left corner of a tile.</summary>
    public static (int Left, int Top) Corner(int index, RgbPicture tile) => (
        SheetPainter.Gap + (index % Columns * (tile.Width + SheetPainter.Gap)),
        SheetPainter.Gap + (index / Columns * (tile.Height + SheetPainter.Gap)));
}
