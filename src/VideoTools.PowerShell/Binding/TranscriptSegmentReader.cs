using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoTools.PowerShell;

/// <summary>Builds a <see cref="TranscriptSegment"/> from named values, as they stand in a CSV row of any culture.</summary>
internal static partial class TranscriptSegmentReader
{
    /// <summary>Reads the values; FullName, StartSeconds and EndSeconds (or Start and End) must be there.</summary>
    /// <param name="get">Gives the value of a property, null when there is none.</param>
    /// <param name="segment">The segment, null when the result is false.</param>
    /// <param name="problem">Which value is missing or wrong; empty when the result is true.</param>
    public static bool TryRead(Func<string, object?> get, out TranscriptSegment? segment, out string problem)
    {
        var row = new RowReader(get);
        var start = Seconds(row, get, nameof(TranscriptSegment.StartSeconds), nameof(TranscriptSegment.Start));
        var end = Seconds(row, get, nameof(TranscriptSegment.EndSeconds), nameof(TranscriptSegment.End));
        var text = row.OptionalText(nameof(TranscriptSegment.Text));
        var read = new TranscriptSegment
        {
            FullName = row.Text(nameof(TranscriptSegment.FullName)),
            Index = row.Whole(nameof(TranscriptSegment.Index), optional: true),
            Start = TimeSpan.FromSeconds(start),
            End = TimeSpan.FromSeconds(end),
            StartSeconds = start,
            EndSeconds = end,
            Text = text,
            Language = row.OptionalText(nameof(TranscriptSegment.Language)),
            AverageLogProbability = row.OptionalNumber(nameof(TranscriptSegment.AverageLogProbability)),
            NoSpeechProbability = row.OptionalNumber(nameof(TranscriptSegment.NoSpeechProbability)),
            CompressionRatio = row.OptionalNumber(nameof(TranscriptSegment.CompressionRatio)),
            Temperature = row.OptionalNumber(nameof(TranscriptSegment.Temperature)),
            HasSpeech = text is not null,
            SkipReason = text is null ? row.Choice<SpeechSkipReason>(nameof(TranscriptSegment.SkipReason)) : null,
            AudioTrack = (int?)row.OptionalNumber(nameof(TranscriptSegment.AudioTrack)),
            Model = row.OptionalText(nameof(TranscriptSegment.Model)),
            Device = row.OptionalText(nameof(TranscriptSegment.Device)),
            Words = new ValueList<TranscriptWord>(Words(row.OptionalText(nameof(TranscriptSegment.Words)))),
            Status = row.Choice<RecordStatus>(nameof(TranscriptSegment.Status)) ?? RecordStatus.Ok,
        };

        problem = row.Problem;
        segment = problem.Length == 0 ? read : null;
        return segment is not null;
    }

    private static double Seconds(RowReader row, Func<string, object?> get, string seconds, string time) =>
        FlexibleValue.Unwrap(get(seconds)) is not (null or "") || FlexibleValue.Unwrap(get(time)) is null or ""
            ? row.Number(seconds)
            : row.Time(time).TotalSeconds;

    // As ValueList prints them: "Ask@3.24-3.60;not@3.60-3.80". A word may hold a semicolon itself; then the piece has no times yet.
    private static IEnumerable<TranscriptWord> Words(string? text)
    {
        var word = "";
        foreach (var piece in (text ?? "").Split(';'))
        {
            word += piece;
            var match = TimedWord().Match(word);
            if (!match.Success)
            {
                word += ";";
                continue;
            }

            yield return new TranscriptWord
            {
                Text = match.Groups[1].Value,
                StartSeconds = double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture),
                EndSeconds = double.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture),
            };
            word = "";
        }
    }

    [GeneratedRegex(@"^(.*)@(\d+\.\d\d)-(\d+\.\d\d)$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex TimedWord();
}
