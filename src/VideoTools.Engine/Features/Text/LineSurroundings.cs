// Method: the detector sometimes ends a line before a short last word ("für Öl"), which no box holds then. Where a line is given to
// Tesseract and there is ink beside it, up to Reach heights or to the next box, it is given once more with that room, and words in the
// room come in when they hold letters that PP-OCR would not have known and Tesseract is sure. Units: pixels of the picture, columns of
// the cut. Cost: a second cut (1 ms) and reading (30 ms) of lines with ink beside them.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Tesseract;

namespace VideoTools.Engine.Features.Text;

/// <summary>A line with the room beside it.</summary>
internal sealed class LineSurroundings
{
    private const double Reach = 2.5; // heights
    private const double LeastReach = 0.5;
    private const int LeastLetters = 2;
    private const double Sure = 0.7;

    // Of the room: less is none, more is a picture.
    private const double LeastInk = 0.02;
    private const double MostInk = 0.5;
    private const byte Ink = 128;

    private readonly int _start;
    private readonly int _end;

    private LineSurroundings(GreyPicture picture, int start, int end) => (Picture, _start, _end) = (picture, start, end);

    /// <summary>The pixels.</summary>
    public GreyPicture Picture { get; }

    /// <summary>Cuts a line out with its room; null where that shows nothing.</summary>
    /// <param name="still">The picture.</param>
    /// <param name="box">The line.</param>
    /// <param name="letters">How many letters it holds.</param>
    /// <param name="others">The other boxes of the picture.</param>
    public static LineSurroundings? Cut(VideoFrame still, RotatedBox box, int letters, IEnumerable<RotatedBox> others)
    {
        var area = LinePicture.Area(box, letters);
        var (left, top, right, bottom) = box.Bounds();
        var (roomLeft, roomRight) = (Math.Min(Reach * box.Height, left), Math.Min(Reach * box.Height, still.Width - right));
        foreach (var other in others.Select(o => o.Bounds()).Where(o => o.Top < bottom && o.Bottom > top))
        {
            roomLeft = other.Right <= right ? Math.Min(roomLeft, left - other.Right) : roomLeft;
            roomRight = other.Left >= left ? Math.Min(roomRight, other.Left - right) : roomRight;
        }

        (roomLeft, roomRight) = (Math.Max(0, roomLeft), Math.Max(0, roomRight));
        if (Math.Max(roomLeft, roomRight) < LeastReach * box.Height)
        {
            return null;
        }

        var (sin, cos) = Math.SinCos(box.Angle);
        var shift = (roomRight - roomLeft) / 2;
        var picture = LinePicture.Cut(still, area with
        {
            Width = area.Width + roomLeft + roomRight, CenterX = area.CenterX + (shift * cos), CenterY = area.CenterY + (shift * sin),
        });
        var scale = picture.Width / (area.Width + roomLeft + roomRight);
        var found = new LineSurroundings(picture, (int)(roomLeft * scale), (int)((area.Width + roomLeft) * scale));
        return found.ShowsInk(0, found._start) || found.ShowsInk(found._end, picture.Width) ? found : null;
    }

    /// <summary>A reading of the line with the words of the room that it lacks.</summary>
    /// <param name="line">The reading of the line alone.</param>
    /// <param name="wide">The reading with the room.</param>
    public TesseractLine Complete(TesseractLine line, TesseractLine wide)
    {
        List<TesseractWord> missing = [.. wide.Words.Where(IsMissing).Select(w => w with { Left = w.Left - _start })];
        var width = _end - _start;
        return missing.Count == 0 ? line : new TesseractLine(
        [
            .. missing.Where(w => w.Left + (w.Width / 2) < 0),
            .. line.Words,
            .. missing.Where(w => w.Left + (w.Width / 2) > width),
        ]);
    }

    private static bool IsMissing(TesseractWord word) =>
        word.Confidence >= Sure && word.Text.Count(char.IsLetter) >= LeastLetters && word.Text.Any(LatinLetters.IsRare);

    private bool ShowsInk(int from, int to)
    {
        var (ink, all) = (0, 0);
        for (var row = 0; row < Picture.Height; row++)
        {
            for (var column = from; column < to; column++, all++)
            {
                ink += Picture.Pixels[(row * Picture.Width) + column] < Ink ? 1 : 0;
            }
        }

        return all > 0 && ink >= LeastInk * all && ink <= MostInk * all;
    }
}
