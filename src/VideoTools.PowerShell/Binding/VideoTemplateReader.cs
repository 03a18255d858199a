using System.Globalization;
using System.Text.RegularExpressions;

namespace VideoTools.PowerShell;

/// <summary>
/// Builds a <see cref="VideoTemplate"/> from named values, as they stand in a CSV row of any culture or in the JSON lines of the command
/// line. The place and the certainty of single texts do not survive there; their times and zones do.
/// </summary>
internal static partial class VideoTemplateReader
{
    /// <summary>True when the values are those of a template and of no other record.</summary>
    /// <param name="get">Gives the value of a property, null when there is none.</param>
    public static bool IsTemplate(Func<string, object?> get) =>
        get(nameof(VideoTemplate.FrameCount)) is not null
        && get(nameof(VideoTemplate.FileName)) is not null
        && get(nameof(VideoTemplate.VideoId)) is not null;

    /// <summary>Reads the values; FullName, VideoId and FileName must be there.</summary>
    /// <param name="get">Gives the value of a property, null when there is none.</param>
    /// <param name="template">The template, null when the result is false.</param>
    /// <param name="problem">Which value is missing or wrong; empty when the result is true.</param>
    public static bool TryRead(Func<string, object?> get, out VideoTemplate? template, out string problem)
    {
        var row = new RowReader(get);
        var time = row.Time(nameof(VideoTemplate.Duration));
        var seconds = row.OptionalNumber(nameof(VideoTemplate.DurationSeconds)) ?? time.TotalSeconds;
        var read = WithModels(row, new VideoTemplate
        {
            FullName = row.Text(nameof(VideoTemplate.FullName)),
            VideoId = row.Text(nameof(VideoTemplate.VideoId)),
            FileName = row.Text(nameof(VideoTemplate.FileName)),
            Niche = row.OptionalText(nameof(VideoTemplate.Niche)),
            Duration = time == TimeSpan.Zero && TimeText.TryFromSeconds(seconds, out var exact) ? exact : time,
            DurationSeconds = seconds,
            Width = row.Whole(nameof(VideoTemplate.Width), optional: true),
            Height = row.Whole(nameof(VideoTemplate.Height), optional: true),
            FramesPerSecond = row.Number(nameof(VideoTemplate.FramesPerSecond), optional: true),
            FrameCount = row.OptionalCount(nameof(VideoTemplate.FrameCount)) ?? 0,
            SceneCount = row.OptionalWhole(nameof(VideoTemplate.SceneCount)),
            MeanSceneSeconds = row.OptionalNumber(nameof(VideoTemplate.MeanSceneSeconds)),
            MedianSceneSeconds = row.OptionalNumber(nameof(VideoTemplate.MedianSceneSeconds)),
            CutsPerMinute = row.OptionalNumber(nameof(VideoTemplate.CutsPerMinute)),
            SceneStarts = row.OptionalNumbers(nameof(VideoTemplate.SceneStarts)) ?? ValueList<double>.Empty,
            MeanColor = row.OptionalText(nameof(VideoTemplate.MeanColor)),
            DominantColor = row.OptionalText(nameof(VideoTemplate.DominantColor)),
            DominantColorShare = row.OptionalNumber(nameof(VideoTemplate.DominantColorShare)),
            BrightnessMean = row.OptionalNumber(nameof(VideoTemplate.BrightnessMean)),
            BrightnessDeviation = row.OptionalNumber(nameof(VideoTemplate.BrightnessDeviation)),
            Motion = row.OptionalNumber(nameof(VideoTemplate.Motion)),
            DecodeErrorCount = row.OptionalCount(nameof(VideoTemplate.DecodeErrorCount)) ?? 0,
            Status = row.Choice<RecordStatus>(nameof(VideoTemplate.Status)) ?? RecordStatus.Ok,
        });
        problem = row.Problem;
        template = problem.Length == 0 ? read : null;
        return template is not null;
    }

    private static VideoTemplate WithModels(RowReader row, VideoTemplate template)
    {
        var textCount = row.OptionalWhole(nameof(VideoTemplate.TextCount));
        var hasSpeech = row.OptionalTruth(nameof(VideoTemplate.HasSpeech));
        return template with
        {
            TextCount = textCount,
            TextCoveragePercent = row.OptionalNumber(nameof(VideoTemplate.TextCoveragePercent)),

            // An empty cell is an empty list where text was analysed, and no list where it was not.
            TextPhrases = List(row.OptionalTexts(nameof(VideoTemplate.TextPhrases)), textCount is not null),
            TextZone = row.OptionalText(nameof(VideoTemplate.TextZone)),
            TextZones = List(row.OptionalTexts(nameof(VideoTemplate.TextZones)), textCount is not null),
            TextHeat = List(row.OptionalNumbers(nameof(VideoTemplate.TextHeat)), textCount is not null),
            TextPattern = row.OptionalText(nameof(VideoTemplate.TextPattern)),
            TextFramesRead = row.OptionalWhole(nameof(VideoTemplate.TextFramesRead)),
            FirstTextSeconds = row.OptionalNumber(nameof(VideoTemplate.FirstTextSeconds)),
            TextDetections = List(Texts(row.OptionalTexts(nameof(VideoTemplate.TextDetections))), textCount is not null),
            HasSpeech = hasSpeech,
            SpeechSkipReason = row.Choice<SpeechSkipReason>(nameof(VideoTemplate.SpeechSkipReason)),
            SpeechLanguage = row.OptionalText(nameof(VideoTemplate.SpeechLanguage)),
            Transcript = row.OptionalText(nameof(VideoTemplate.Transcript)),
            WordCount = row.OptionalWhole(nameof(VideoTemplate.WordCount)),
            SpeakingSeconds = row.OptionalNumber(nameof(VideoTemplate.SpeakingSeconds)),
            WordsPerMinute = row.OptionalNumber(nameof(VideoTemplate.WordsPerMinute)),
            FirstSpeechSeconds = row.OptionalNumber(nameof(VideoTemplate.FirstSpeechSeconds)),
            SpeechSegments = List(Segments(row.OptionalTexts(nameof(VideoTemplate.SpeechSegments))), hasSpeech is not null),
            HookCutCount = row.OptionalWhole(nameof(VideoTemplate.HookCutCount)),
            HookTextCount = row.OptionalWhole(nameof(VideoTemplate.HookTextCount)),
            HookWordCount = row.OptionalNumber(nameof(VideoTemplate.HookWordCount)),
            SpeechModel = row.OptionalText(nameof(VideoTemplate.SpeechModel)),
            Device = row.Choice<InferenceDevice>(nameof(VideoTemplate.Device)),
        };
    }

    private static ValueList<T>? List<T>(ValueList<T>? list, bool wasAnalysed) => list ?? (wasAnalysed ? ValueList<T>.Empty : null);

    // As the records print: "0.50-3.25 Bottom SUBSCRIBE".
    private static ValueList<TemplateText>? Texts(ValueList<string>? pieces) => pieces is null ? null : new(
        Join(pieces, TimedText()).Select(match => new TemplateText(
            Number(match, 1), Number(match, 2), match.Groups[4].Value, 0, 0, 0, Enum.Parse<TextZone>(match.Groups[3].Value))));

    // "0.32-2.10 And so, my fellow Americans".
    private static ValueList<TemplateSpeech>? Segments(ValueList<string>? pieces) => pieces is null ? null : new(
        Join(pieces, TimedSpeech()).Select(match => new TemplateSpeech(Number(match, 1), Number(match, 2), match.Groups[3].Value)));

    // A text may hold a semicolon itself: a piece without times goes on with the one before it.
    private static IEnumerable<Match> Join(IEnumerable<string> pieces, Regex start)
    {
        string? current = null;
        foreach (var piece in pieces)
        {
            if (current is null || start.IsMatch(piece))
            {
                if (current is not null && start.Match(current) is { Success: true } whole)
                {
                    yield return whole;
                }

                current = piece;
            }
            else
            {
                current += ";" + piece;
            }
        }

        if (current is not null && start.Match(current) is { Success: true } last)
        {
            yield return last;
        }
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d+\.\d\d)-(\d+\.\d\d) (Top|Middle|Bottom) (.*)\z", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex TimedText();

    [GeneratedRegex(@"^(\d+\.\d\d)-(\d+\.\d\d) (.*)\z", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex TimedSpeech();
}
