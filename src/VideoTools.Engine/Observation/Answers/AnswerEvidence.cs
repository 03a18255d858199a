using System.Text.RegularExpressions;

namespace VideoTools.Engine.Observation.Answers;

/// <summary>Finds what an answer says for its reason.</summary>
internal static partial class AnswerEvidence
{
    private static readonly string[] Fields = ["evidence", "reason", "reasoning", "explanation", "details", "description", "why"];

    /// <summary>The reason in a JSON object, or all of a text, on one line.</summary>
    public static string Of(string answer)
    {
        var text = AnswerJson.TryFind(answer, out var json)
            ? Fields.Select(field => AnswerJson.Find(json, field))
                .OfType<JsonElement>()
                .Where(value => value.ValueKind == JsonValueKind.String)
                .Select(value => value.GetString()!)
                .FirstOrDefault(said => said.Trim().Length > 0)
            : null;
        return Spaces().Replace(Fence().Replace(text ?? answer, " "), " ").Trim();
    }

    [GeneratedRegex("```[A-Za-z]*")]
    private static partial Regex Fence();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
