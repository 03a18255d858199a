using VideoTools.Engine.Files;

namespace VideoTools.Engine.Observation.Answers;

/// <summary>Finds JSON objects in texts that are not only JSON.</summary>
internal static class AnswerJson
{
    private static readonly JsonDocumentOptions Tolerant =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The first object in a text.</summary>
    public static bool TryFind(string text, out JsonElement json)
    {
        for (var start = text.IndexOf('{', StringComparison.Ordinal); start >= 0; start = text.IndexOf('{', start + 1))
        {
            if (End(text, start) is { } end && TryParse(text.AsMemory(start, end - start), out json))
            {
                return true;
            }
        }

        json = default;
        return false;
    }

    /// <summary>A property, whatever the case of its name; null where there is none.</summary>
    public static JsonElement? Find(JsonElement json, string name)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return null;
    }

    // Behind the bracket that closes the one at start; brackets in texts do not count.
    private static int? End(string text, int start)
    {
        var (depth, isText) = (0, false);
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when isText:
                    i++;
                    break;
                case '"':
                    isText = !isText;
                    break;
                case '{' when !isText:
                    depth++;
                    break;
                case '}' when !isText && --depth == 0:
                    return i + 1;
            }
        }

        return null;
    }

    private static bool TryParse(ReadOnlyMemory<char> text, out JsonElement json)
    {
        json = default;
        try
        {
            using var document = JsonInput.Parse(text.ToString(), Tolerant);
            json = document.RootElement.Clone();
            return json.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
