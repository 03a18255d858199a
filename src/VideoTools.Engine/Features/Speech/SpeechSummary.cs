namespace VideoTools.Engine.Features.Speech;

/// <summary>What a template says about the speech of a file.</summary>
/// <param name="HasSpeech">True when there is speech.</param>
/// <param name="Language">The language of the most speech; null without speech.</param>
/// <param name="Transcript">The segments' texts joined by blanks; null without speech.</param>
/// <param name="WordCount">Words between blanks; in a language without blanks, characters that are letters or digits.</param>
/// <param name="SpeakingSeconds">Sum of the segments' lengths, rounded to 0.01.</param>
/// <param name="WordsPerMinute">WordCount a minute of SpeakingSeconds, rounded to 0.1; 0 without speech.</param>
internal sealed record SpeechSummary(
    bool HasSpeech, string? Language, string? Transcript, int WordCount, double SpeakingSeconds, double WordsPerMinute)
{
    private static readonly string[] WithoutBlanks = ["zh", "ja", "th", "lo", "my"];

    /// <summary>Sums up the segments of one file.</summary>
    public static SpeechSummary Of(IReadOnlyList<TranscriptSegment> segments)
    {
        var spoken = segments.Where(s => s is { HasSpeech: true, Text: not null }).ToArray();
        if (spoken.Length == 0)
        {
            return new SpeechSummary(false, null, null, 0, 0, 0);
        }

        var language = spoken.GroupBy(s => s.Language, StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(s => s.EndSeconds - s.StartSeconds))
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First().Key;
        var text = string.Join(' ', spoken.Select(s => s.Text));
        var words = CountWords(text, language);
        var seconds = spoken.Sum(s => s.EndSeconds - s.StartSeconds);
        return new SpeechSummary(
            true, language, text, words, Math.Round(seconds, 2), seconds > 0 ? Math.Round(words / seconds * 60, 1) : 0);
    }

    /// <summary>Words between blanks; in a language without blanks, characters that are letters or digits.</summary>
    internal static int CountWords(string text, string? language) => WithoutBlanks.Contains(language, StringComparer.Ordinal)
        ? text.Count(char.IsLetterOrDigit)
        : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
