// What separates text from texture that looks like it: text stays, and is read with confidence. A reading of one picture only must be
// surer than one that several pictures agree on, and a single character surer than a word.
namespace VideoTools.Engine.Features.Text;

/// <summary>Decides whether a track is text.</summary>
internal static class TextPlausibility
{
    private const double LeastSeconds = 0.15;
    private const double SureOfOneReading = 0.75;
    private const double SureOfShortText = 0.9;

    /// <summary>True when it is.</summary>
    /// <param name="track">The track.</param>
    /// <param name="seconds">How long it was there.</param>
    /// <param name="minimumConfidence">What the user asked for.</param>
    public static bool IsText(TextTrack track, double seconds, double minimumConfidence)
    {
        var (text, confidence, _) = track.Reading;
        var characters = text.Count(char.IsLetterOrDigit);
        var least = characters <= 2 ? SureOfShortText : track.ReadCount == 1 ? SureOfOneReading : 0;
        return characters > 0 && seconds >= LeastSeconds && confidence >= Math.Max(minimumConfidence, least);
    }
}
