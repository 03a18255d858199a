using System.Text.RegularExpressions;
using VideoTools.Engine.Observation.Answers;
using VideoTools.Engine.Observation.Profiles;

namespace VideoTools.Engine.Observation.Asking;

/// <summary>Takes the answer to all questions apart.</summary>
internal static class CombinedAnswer
{
    /// <summary>The part that answers a question; null where none does.</summary>
    public static string? PartOf(string answer, ProfileQuestion question, QueryProfile profile)
    {
        if (AnswerJson.TryFind(answer, out var json) && AnswerJson.Find(json, question.Name) is { } part)
        {
            return part.ValueKind == JsonValueKind.String ? part.GetString() : part.GetRawText();
        }

        // Headings in place of JSON, or JSON that was cut short: from the name of the question to that of the next one.
        var names = string.Join('|', profile.Questions.Select(known => Name(known.Name)));
        var heading = new Regex($@"(?im)(?:^|[,{{])[\s#*\-""'\d.)]*(?<name>{names})[""'*]*[ \t]*(?:[:=]|\r?$)[""'*\s]*");
        var headings = heading.Matches(answer).ToList();
        var at = headings.FindIndex(match => Regex.IsMatch(match.Groups["name"].Value, $"^(?i:{Name(question.Name)})$"));
        return at < 0 ? null
            : answer[
                (headings[at].Index + headings[at].Length)..(at + 1 < headings.Count ? headings[at + 1].Index : answer.Length)].Trim();
    }

    // "face_state" is written "Face state", too.
    private static string Name(string name) => Regex.Replace(Regex.Escape(name), "[_-]", "[_ -]");
}
