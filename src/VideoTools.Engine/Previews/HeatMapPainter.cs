// Method: four panels, one a measure, each over the same frame without its colours and at half its light. The picture is cut into as many
// columns and rows as positions have left and top edges; each cell is tinted by the share of its position between the lowest and the
// highest value (the value is written into it where it fits), so that the best and the worst are seen at once. The position that is best
// in balance is framed, in its true place. Units: pixels. Cost: the pixels of the four panels.
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Previews;

/// <summary>Paints how strong each measure is where.</summary>
internal static class HeatMapPainter
{
    /// <summary>Tint of the lowest value, and what the highest has more.</summary>
    public const double Lowest = 0.05, Span = 0.65;

    /// <summary>The measures, in the order of the panels.</summary>
    public static IReadOnlyList<(string Name, Func<CropPosition, double> Value)> Measures { get; } =
    [
        ("Motion", position => position.Motion),
        ("Detail", position => position.Detail),
        ("Edges", position => position.Edges),
        ("Saturation", position => position.Saturation),
    ];

    private const int Columns = 2;

    /// <summary>The picture of all four panels.</summary>
    /// <param name="frame">A frame of the video.</param>
    /// <param name="positions">Positions of one analysis, at least one.</param>
    public static RgbPicture Paint(RgbPicture frame, IReadOnlyList<CropPosition> positions)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(positions);
        const int Gap = SheetPainter.Gap;
        var rows = (Measures.Count + Columns - 1) / Columns;
        var height = (rows * (frame.Height + SheetPainter.LabelHeight + Gap)) + Gap;
        var picture = new RgbPicture((Columns * (frame.Width + Gap)) + Gap, height);
        picture.Fill(new PixelArea(0, 0, picture.Width, picture.Height), PreviewColors.Ground);
        var dimmed = Dim(frame);
        foreach (var (i, (name, value)) in Measures.Index())
        {
            var (left, top) = Panel(i, frame);
            var (low, high) = (positions.Min(value), positions.Max(value));
            var label = string.Create(CultureInfo.InvariantCulture, $"{name} {low:0.00} - {high:0.00}");
            PixelText.Write(picture, left, top - SheetPainter.LabelHeight, label, 2, PreviewColors.Ink);
            picture.Draw(Tint(dimmed, positions, value, low, high), left, top);
        }

        return picture;
    }

    /// <summary>Upper left corner of a panel.</summary>
    public static (int Left, int Top) Panel(int index, RgbPicture frame) => (
        SheetPainter.TileLeft(index % Columns, frame), SheetPainter.TileTop(index / Columns, frame));

    /// <summary>The cell of a position in a panel.</summary>
    public static PixelArea Cell(CropPosition position, IReadOnlyList<CropPosition> positions, int width, int height)
    {
        int[] xs = [.. positions.Select(other => other.X).Distinct().Order()];
        int[] ys = [.. positions.Select(other => other.Y).Distinct().Order()];
        var (column, row) = (Array.IndexOf(xs, position.X), Array.IndexOf(ys, position.Y));
        return new PixelArea(
            column * width / xs.Length, row * height / ys.Length, (column + 1) * width / xs.Length, (row + 1) * height / ys.Length);
    }

    private static RgbPicture Dim(RgbPicture frame)
    {
        var grey = frame.Cut(new PixelArea(0, 0, frame.Width, frame.Height));
        for (var y = 0; y < grey.Height; y++)
        {
            foreach (ref var pixel in grey.Row(y))
            {
                // BT.601 weights, halved.
                var light = (byte)(((77 * pixel.R) + (150 * pixel.G) + (29 * pixel.B)) >> 9);
                pixel = new RgbColor(light, light, light);
            }
        }

        return grey;
    }

    private static RgbPicture Tint(
        RgbPicture dimmed, IReadOnlyList<CropPosition> positions, Func<CropPosition, double> value, double low, double high)
    {
        var panel = dimmed.Cut(new PixelArea(0, 0, dimmed.Width, dimmed.Height));
        foreach (var position in positions)
        {
            var cell = Cell(position, positions, panel.Width, panel.Height);
            panel.Fill(cell, PreviewColors.Heat, Lowest + (Span * (high > low ? (value(position) - low) / (high - low) : 1)));
            var text = value(position).ToString("0.0", CultureInfo.InvariantCulture);
            if (PixelText.Width(text, 1) + 4 <= cell.Width && PixelText.Height(1) + 4 <= cell.Height)
            {
                PixelText.Write(panel, cell.Left + 3, cell.Top + 3, text, 1, PreviewColors.Ink);
            }
        }

        if (positions.Where(position => position.Rank > 0).MinBy(position => position.Rank) is { VideoWidth: > 0, VideoHeight: > 0 } best)
        {
            var window = ShotWindow.At(CropShots.Of(best), 0, best.VideoWidth, best.VideoHeight, panel.Width, panel.Height);
            panel.Outline(window, 1, PreviewColors.Ink);
        }

        return panel;
    }
}
