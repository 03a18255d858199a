// What separates text from texture that looks like it: text stays, and is read with confidence. A reading of one picture only must be
// surer than one that several pictures agree on, and a single character surer than a word.
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
        var least = characters <= tuning.ShortText ? tuning.SureOfShortText : track.ReadCount == 1 ? tuning.SureOfOneReading : 0;
        return characters > 0 && seconds >= tuning.LeastSeconds && confidence >= Math.Max(minimumConfidence, least);
    }
}
