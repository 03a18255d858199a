// Method: a text may be a string, a list of strings or objects, or an object: its values are flattened in their order and joined with
// blanks. Tags come as lists, as objects with a name, or as one string; the strongest separator that a string has splits it: "|", then ","
// ";" and line ends, then "#", then blanks, so that "deep work|focus" keeps its blank and "#deepwork #focus" does not. Lists and objects
// that a program printed into a cell (["a", "b"], ['a'], [{'id': '1', 'name': 'a'}]) are read as what they were. Cost: linear.
namespace VideoTools.Engine.Metadata;

/// <summary>Reads texts and tags of metadata.</summary>
internal static class MetadataTexts
{
    // What a tag's object keeps its name under; other values (ids, numbers of views) are no tags.
    private static readonly string[] TagNames = ["name", "title", "text", "tag", "hashtag", "hashtagname", "chaname"];
    private static readonly char[] Lists = [',', ';', '\n', '\r'];
    private static readonly char[] Blanks = [' ', '\t', '\n', '\r', '\u00A0', '#'];
    private static readonly char[] Quotes = ['"', '\''];

    /// <summary>One text; null when there is none.</summary>
    public static string? Flatten(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.Length == 0 ? null : text.ToString();
    }

    /// <summary>The tags in their order, each once (without regard to case), without "#" and ";".</summary>
    public static ValueList<string> Tags(object? value)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var tags = Find(value).Select(tag => tag.Replace(';', ' ').Trim().Trim('#').Trim())
            .Where(tag => tag.Length > 0 && seen.Add(tag)).ToList();
        return tags.Count == 0 ? ValueList<string>.Empty : new ValueList<string>(tags);
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null or bool:
                break;
            case string one:
                var trimmed = one.Trim();
                text.Append(text.Length > 0 && trimmed.Length > 0 ? " " : "").Append(trimmed);
                break;
            case IReadOnlyDictionary<string, object?> named:
                foreach (var item in named.Values)
                {
                    Append(text, item);
                }

                break;
            case IReadOnlyList<object?> list:
                foreach (var item in list)
                {
                    Append(text, item);
                }

                break;
            default:
                Append(text, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static IEnumerable<string> Find(object? value) => value switch
    {
        string text => Split(text.Trim()),

        // A list has done the splitting; what its strings still hold besides a name is "#" and the separator of our lists.
        IReadOnlyList<object?> list => list.SelectMany(
            item => item is string text ? text.Split(Lists).SelectMany(SplitMarks) : Find(item)),
        IReadOnlyDictionary<string, object?> named => named.FirstOrDefault(pair => TagNames.Contains(MetadataNames.Normalize(pair.Key))) is
            { Value: { } name }
            ? [Flatten(name) ?? ""]
            : named.Values.SelectMany(Find),
        null or bool => [],
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture)!],
    };

    private static IEnumerable<string> Split(string text)
    {
        if (MetadataNumbers.IsNothing(text) || text == "[none]")
        {
            return [];
        }

        if (PrintedValue.TryRead(text, out var printed))
        {
            return Find(printed);
        }

        if (text.StartsWith('[') && text.EndsWith(']'))
        {
            return text[1..^1].Split(Lists).Select(Unquote);
        }

        if (text.Contains('|', StringComparison.Ordinal))
        {
            return text.Split('|').SelectMany(piece => Unquote(piece).Split(Lists));
        }

        if (text.IndexOfAny(Lists) >= 0)
        {
            return text.Split(Lists).Select(Unquote).SelectMany(SplitMarks);
        }

        return text.Split(Blanks);
    }

    // "#one #two, #three": the comma does not part the first two.
    private static string[] SplitMarks(string text) => text.Count(c => c == '#') > 1 ? text.Split(Blanks) : [text];

    private static string Unquote(string text) => text.Trim().Trim(Quotes);
}
