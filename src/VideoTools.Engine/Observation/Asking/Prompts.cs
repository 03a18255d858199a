// Times in prompts count from the start of the sequence: what looks the same is asked the same, and is found among what is kept.
using VideoTools.Engine.Features.Sequences;
using VideoTools.Engine.Observation.Profiles;

namespace VideoTools.Engine.Observation.Asking;

/// <summary>Writes what a model is asked.</summary>
internal static class Prompts
{
    private const int LongestAnswer = 500;

    /// <summary>One question, with the answers that it is about.</summary>
    public static string Of(ProfileQuestion question, FrameSequence sequence, IReadOnlyList<VideoAnswer> known) =>
        ProfileReader.Place().Replace(question.Prompt, match => Said(known.First(answer => answer.Question == match.Groups[1].Value)))
        + "\n\n" + Times(sequence);

    /// <summary>All questions of a profile in one.</summary>
    public static string OfAll(QueryProfile profile, FrameSequence sequence)
    {
        var prompt = new StringBuilder("Answer these questions in their order as one JSON object with a property for each:\n");
        foreach (var question in profile.Questions)
        {
            var text = ProfileReader.Place().Replace(
                question.Prompt, match => $"what you answer to \"{match.Groups[1].Value}\"");
            var labels = string.Join('|', question.Labels.Select(label => label.Name));
            var shape = question.Kind == AnswerKind.Text
                ? "a text"
                : $"{{\"{question.Field}\": {labels}|UNKNOWN, \"evidence\": a text}}";
            prompt.Append(CultureInfo.InvariantCulture, $"- \"{question.Name}\" ({shape}): {text}\n");
        }

        return prompt.Append('\n').Append(Times(sequence)).ToString();
    }

    private static string Said(VideoAnswer answer) => answer.Kind switch
    {
        AnswerKind.State => answer.State ?? VideoState.Unknown,
        AnswerKind.Level => (answer.Level ?? AlertLevel.Unknown).ToString().ToUpperInvariant(),
        _ => answer.Answer.Length > LongestAnswer ? answer.Answer[..LongestAnswer] : answer.Answer,
    };

    private static string Times(FrameSequence sequence)
    {
        var times = sequence.FrameTimes.Select(time =>
            (time - sequence.Start.TotalSeconds).ToString("0.00", CultureInfo.InvariantCulture));
        return sequence.FrameTimes.Count == 1
            ? "The picture is a frame of a video."
            : $"The {sequence.FrameTimes.Count} pictures are frames of one stretch of video in order of time, "
                + $"at {string.Join(", ", times)} seconds.";
    }
}
