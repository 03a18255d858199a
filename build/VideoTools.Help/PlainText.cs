using System.Text.RegularExpressions;

namespace VideoTools.Help;

/// <summary>Markdown prose without its marks.</summary>
internal static partial class PlainText
{
    /// <summary>The paragraphs of a text; lines of a paragraph are joined, the items of a list stay lines of their own.</summary>
    public static IEnumerable<string> Paragraphs(string markdown)
    {
        var current = new List<string>();
        foreach (var line in markdown.Split('\n').Append(""))
        {
            var isItem = line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("| ", StringComparison.Ordinal);
            if ((line.Trim().Length == 0 || isItem) && current.Count > 0)
            {
                yield return Strip(string.Join(' ', current));
                current.Clear();
            }

            if (line.Trim().Length > 0)
            {
                current.Add(line.Trim());
            }
        }
    }

    /// <summary>Takes the marks of code, emphasis and links away.</summary>
    public static string Strip(string text) => Link().Replace(text, "$1")
        .Replace("`", "", StringComparison.Ordinal)
        .Replace("**", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]*\)")]
    private static partial Regex Link();
}
