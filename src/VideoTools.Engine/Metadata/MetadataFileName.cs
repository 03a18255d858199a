using System.Text.RegularExpressions;

namespace VideoTools.Engine.Metadata;

/// <summary>Names of files inside values: paths of any system, addresses, and the name of a metadata file itself.</summary>
internal static partial class MetadataFileName
{
    private static readonly char[] Separators = ['/', '\\'];

    /// <summary>The last part of a path of any system or of an address, without query.</summary>
    public static string Name(string value)
    {
        var text = value.Trim();
        if (text.Contains("://", StringComparison.Ordinal))
        {
            var end = text.IndexOfAny(['?', '#']);
            text = Uri.UnescapeDataString(end < 0 ? text : text[..end]);
        }

        return text[(text.LastIndexOfAny(Separators) + 1)..];
    }

    /// <summary>The name without extension. "Dr. No" has none: an extension is short and without blanks.</summary>
    public static string Stem(string value)
    {
        var name = Name(value);
        return Extension().Match(name) is { Success: true } match ? name[..match.Index] : name;
    }

    /// <summary>The stem of a metadata file: "clip" for clip.info.json and clip.json.</summary>
    public static string SourceStem(string path)
    {
        var stem = Path.GetFileNameWithoutExtension(path);
        return stem.EndsWith(".info", StringComparison.OrdinalIgnoreCase) ? stem[..^".info".Length] : stem;
    }

    /// <summary>The id in names that yt-dlp gives: "Title [dQw4w9WgXcQ]"; null when there is none.</summary>
    public static string? BracketId(string stem) => InBrackets().Match(stem) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>"abc_john_doe" of "abc_john_doe_score1.5"; null when there is no score.</summary>
    public static string? BeforeScore(string stem) => Score().Match(stem) is { Success: true } match ? stem[..match.Index] : null;

    [GeneratedRegex(@"\.[A-Za-z0-9]{1,5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Extension();

    [GeneratedRegex(@"\[([A-Za-z0-9_-]{6,})\]\z", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"_score[0-9.]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Score();
}
