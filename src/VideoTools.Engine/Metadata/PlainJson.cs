using VideoTools.Engine.Files;

namespace VideoTools.Engine.Metadata;

/// <summary>JSON as plain values: null, bool, long, double, string, lists and dictionaries of them.</summary>
internal static class PlainJson
{
    private const int MaximumDepth = 128;

    private static readonly JsonDocumentOptions Options =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaximumDepth };

    /// <summary>Reads a text; false, and why, where it is no JSON.</summary>
    public static bool TryParse(string json, out object? value, out string problem)
    {
        try
        {
            using var document = JsonInput.Parse(json, Options);
            value = ToPlain(document.RootElement);
            problem = "";
            return true;
        }
        catch (JsonException exception)
        {
            value = null;
            problem = exception.Message;
            return false;
        }
    }

    private static object? ToPlain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => ToDictionary(element),
        JsonValueKind.Array => element.EnumerateArray().Select(ToPlain).ToArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => ToNumber(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    // A double has room for 15 digits; ids have 19, and some more.
    private static object ToNumber(JsonElement element)
    {
        if (element.TryGetInt64(out var whole))
        {
            return whole;
        }

        var raw = element.GetRawText();
        return raw.All(char.IsAsciiDigit) ? raw : element.GetDouble();
    }

    // The last of equal names counts, as in every JSON reader.
    private static Dictionary<string, object?> ToDictionary(JsonElement element)
    {
        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            fields[property.Name] = ToPlain(property.Value);
        }

        return fields;
    }
}
