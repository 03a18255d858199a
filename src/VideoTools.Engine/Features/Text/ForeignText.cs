// A line that Tesseract read in letters other than Latin takes the place of PP-OCR's reading as a whole: that consists of Latin letters
// which look alike. It must be sure, mostly in those letters, and hold some that no Latin letter looks like: "OI" may be read as Greek.
using VideoTools.Engine.Media.Tesseract;

namespace VideoTools.Engine.Features.Text;

/// <summary>Lines in other letters.</summary>
internal static class ForeignText
{
    private const double LeastShare = 0.6;
    private const double LeastConfidence = 0.7;
    private const double LeastUnlike = 0.2;

    // Greek and Cyrillic letters that look as Latin ones do.
    private const string LikeLatin = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυАВЕКМНОРСТУХаеорсухЅІЈѕіј";

    /// <summary>True when it is one.</summary>
    /// <param name="line">The line as Tesseract read it.</param>
    /// <param name="isNamed">True when its language was asked for: then the letters need not speak for themselves.</param>
    public static bool IsSure(TesseractLine line, bool isNamed)
    {
        var letters = line.Text.Where(char.IsLetter).ToList();
        return letters.Count >= 2 && line.Confidence >= LeastConfidence
            && letters.Count(c => !LatinLetters.IsLatin(c)) >= LeastShare * letters.Count
            && (isNamed || letters.Count(IsUnlikeLatin) >= LeastUnlike * letters.Count);
    }

    private static bool IsUnlikeLatin(char letter) =>
        !LatinLetters.IsLatin(letter) && !LikeLatin.Contains(letter, StringComparison.Ordinal);

    /// <summary>The line as Tesseract read it.</summary>
    /// <param name="ours">The line as PP-OCR found it.</param>
    /// <param name="theirs">What it says.</param>
    /// <param name="picture">Its picture.</param>
    public static TextLine ToLine(TextLine ours, TesseractLine theirs, LinePicture picture) => ours with
    {
        Text = theirs.Text,
        Confidence = theirs.Confidence,
        Letters = [.. theirs.Words.SelectMany(word => word.Text.Select((letter, i) => new TextLetter(
            letter.ToString(), (float)word.Confidence,
            (float)Math.Clamp(picture.PositionOf(word.Left + ((i + 0.5) * word.Width / word.Text.Length)), 0, 1))))],
        Engine = TextEngine.Tesseract,
        IsLacking = false,
    };
}
