using VideoTools.Engine.Files;

namespace VideoTools.Engine.Observation.Profiles;

/// <summary>JSON schemas of answers, for servers that keep a model to one.</summary>
internal static class AnswerSchema
{
    /// <summary>The schema of one label with its evidence.</summary>
    public static JsonElement Of(AnswerKind kind, IReadOnlyList<AnswerLabel> labels) =>
        Parse(json => WriteObject(json, kind, labels));

    /// <summary>The schema of the answers to several questions, each under its name.</summary>
    public static JsonElement OfAll(IReadOnlyList<ProfileQuestion> questions) => Parse(json =>
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var question in questions)
        {
            json.WriteStartObject(question.Name);
            if (question.Kind == AnswerKind.Text)
            {
                json.WriteString("type", "string");
            }
            else
            {
                WriteObject(json, question.Kind, question.Labels);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteTexts("required", questions.Select(question => question.Name));
        json.WriteBoolean("additionalProperties", false);
    });

    private static void WriteObject(Utf8JsonWriter json, AnswerKind kind, IReadOnlyList<AnswerLabel> labels)
    {
        var field = kind == AnswerKind.Level ? "level" : "state";
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        json.WriteStartObject(field);
        json.WriteString("type", "string");
        json.WriteTexts("enum", [.. labels.Select(label => label.Name), VideoState.Unknown]);
        json.WriteEndObject();
        json.WriteStartObject("evidence");
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteTexts("required", [field, "evidence"]);
        json.WriteBoolean("additionalProperties", false);
    }

    private static JsonElement Parse(Action<Utf8JsonWriter> write)
    {
        using var document = JsonDocument.Parse(JsonText.ToBytes(default, write).ToArray());
        return document.RootElement.Clone();
    }
}
