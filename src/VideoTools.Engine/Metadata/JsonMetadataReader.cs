// Method: a file is one object (the feature JSON of one video, yt-dlp's .info.json), an array of them, a playlist of yt-dlp
// ("entries"), or one object a line (NDJSON). Lines are read by themselves, so that a broken one costs itself only. Cost: linear.
namespace VideoTools.Engine.Metadata;

/// <summary>Reads objects of metadata.</summary>
internal static class JsonMetadataReader
{
    private const string Action = "Export it again, or correct it; the others are read.";
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The objects in their order.</summary>
    /// <param name="text">The file.</param>
    /// <param name="isLines">True when the file's name says that it has one object a line.</param>
    /// <param name="builder">Makes the rows.</param>
    /// <param name="report">Takes what is wrong.</param>
    public static IEnumerable<MetadataRow> Read(string text, bool isLines, MetadataRowBuilder builder, MetadataReport report)
    {
        if (isLines)
        {
            return ReadLines(text, builder, report);
        }

        if (TryParse(text, out var value, out var problem))
        {
            return ReadValue(value, builder, report);
        }

        // NDJSON under another name: the first line is whole by itself, and others follow it.
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOf('\n');
        if (end > 0 && !line[end..].IsWhiteSpace() && TryParse(line[..end].ToString(), out value, out _)
            && value is IReadOnlyDictionary<string, object?>)
        {
            return ReadLines(text, builder, report);
        }

        report.File($"is no JSON: {problem}", "Export it again, or correct it.");
        return [];
    }

    private static IEnumerable<MetadataRow> ReadLines(string text, MetadataRowBuilder builder, MetadataReport report)
    {
        var number = 0;
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var place = string.Create(CultureInfo.InvariantCulture, $"Line {number}");
            if (!TryParse(line, out var value, out var problem))
            {
                report.Place(place, "it is no JSON: " + problem.TrimEnd('.'), Action);
            }
            else if (ReadObject(value, place, ownsFile: false, builder, report) is { } row)
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<MetadataRow> ReadValue(object? value, MetadataRowBuilder builder, MetadataReport report)
    {
        var list = value as IReadOnlyList<object?>
            ?? (value as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault("entries") as IReadOnlyList<object?>;
        if (list is null)
        {
            if (ReadObject(value, "The content", ownsFile: true, builder, report) is { } row)
            {
                yield return row;
            }

            yield break;
        }

        for (var i = 0; i < list.Count; i++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"Item {i + 1}");
            if (ReadObject(list[i], place, ownsFile: false, builder, report) is { } row)
            {
                yield return row;
            }
        }
    }

    private static MetadataRow? ReadObject(object? value, string place, bool ownsFile, MetadataRowBuilder builder, MetadataReport report)
    {
        if (value is not IReadOnlyDictionary<string, object?> fields)
        {
            report.Place(place, "it is no object with named values", Action);
            return null;
        }

        var row = builder.Build(fields, null, ownsFile);
        foreach (var problem in builder.Problems)
        {
            report.Place(place, problem, "Correct the value, or leave it out; it is read as missing.");
        }

        if (row is null)
        {
            report.Place(place, "it has no name of metadata, such as title, desc or hashtags", "Leave it out, or name its values so.");
        }

        return row;
    }

    private static bool TryParse(string json, out object? value, out string problem)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
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
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

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
