// What separates text from texture that looks like it: text stays, and is read with confidence. A reading of one picture only must be
// surer than one that several pictures agree on or that stays for as long as several readings take, and a single character surer than a
// word. Signs alone are text where they are a mask.
namespace VideoTools.Engine.Features.Text;

/// <summary>Decides whether a track is text.</summary>
internal static class TextPlausibility
{
    /// <summary>True when it is.</summary>
    /// <param name="track">The track.</param>
    /// <param name="seconds">How long it was there.</param>
    /// <param name="minimumConfidence">What the user asked for.</param>
    /// <param name="tuning">The decision levels; null for those in use.</param>
    public static bool IsText(TextTrack track, double seconds, double minimumConfidence, TextPlausibilityTuning? tuning = null)
    {
        tuning ??= TextPlausibilityTuning.Default;
        var (text, confidence, _) = track.Reading;
        var characters = text.Count(char.IsLetterOrDigit);
        var seen = track.ReadCount > 1 || track.SeenSeconds >= tuning.AsGoodAsReadAgain;
        var least = characters == 0 ? tuning.SureOfSigns
            : characters <= tuning.ShortText ? tuning.SureOfShortText
            : track.ReadCount > 1 ? 0
            : seen ? tuning.SureOfOneThatStays : tuning.SureOfOneReading;
        return (characters > 0 || (seen && IsMask(text, tuning.ShortestMask)))
            && seconds >= tuning.LeastSeconds && confidence >= Math.Max(minimumConfidence, least);
    }

    // ******** and the like. Rows of dots and dashes are texture more often than text.
    private static bool IsMask(string text, int shortest) =>
        text.Count(c => c is '*' or '#' or '\u2022' or '\u25CF' or '\u2605' or '\u2606' or '\uFF0A' or '$') >= shortest;
}
