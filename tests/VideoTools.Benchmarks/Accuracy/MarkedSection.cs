namespace VideoTools.Benchmarks.Accuracy;

/// <summary>Replaces the generated part of a document, which stands between two comment lines, and leaves the rest alone.</summary>
internal static class MarkedSection
{
    /// <summary>The part between the two comment lines.</summary>
    public static string Read(string path, string name)
    {
        var text = File.ReadAllText(path);
        var (begin, end) = ($"<!-- {name}:begin -->", $"<!-- {name}:end -->");
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        return from < 0 || to < from ? "" : text[(from + begin.Length)..to];
    }

    public static void Replace(string path, string name, string content)
    {
        var (begin, end) = ($"<!-- {name}:begin -->", $"<!-- {name}:end -->");
        var text = File.ReadAllText(path);
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        if (from < 0 || to < from)
        {
            throw new InvalidDataException($"{path} has no section between '{begin}' and '{end}'.");
        }

        File.WriteAllText(path, text[..(from + begin.Length)] + "\n" + content.TrimEnd() + "\n" + text[to..]);
    }
}
