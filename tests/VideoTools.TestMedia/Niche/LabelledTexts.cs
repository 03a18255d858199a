using System.Globalization;
using Microsoft.VisualBasic.FileIO;

namespace VideoTools.TestMedia.Niche;

/// <summary>The two labelled sets.</summary>
public static class LabelledTexts
{
    private static string TrendingPath => Path.Combine(RepositoryPaths.Shared, "media", "trending-titles.csv");

    /// <summary>True when the set of trending videos is here.</summary>
    public static bool HasTrending => File.Exists(TrendingPath);

    /// <summary>The project's own texts for the default taxonomy (tests/assets/niche/texts.csv).</summary>
    public static IReadOnlyList<LabelledText> Own() => [.. Read(Path.Combine(RepositoryPaths.Root, "tests", "assets", "niche", "texts.csv"), row => new LabelledText(
        int.Parse(row["Id"], CultureInfo.InvariantCulture),
        row["Kind"],
        row["Path"].Split('|', StringSplitOptions.RemoveEmptyEntries),
        Evidence(row["Title"], row["Caption"], row["Hashtags"].Split(' ', StringSplitOptions.RemoveEmptyEntries), row["Speech"])))];

    /// <summary>
    /// Titles in which a keyword has another meaning, or is denied, and as many in which it means what the taxonomy means
    /// (tests/assets/niche/ambiguous-words.csv).
    /// </summary>
    public static IReadOnlyList<LabelledText> AmbiguousWords() => [.. Read(Path.Combine(RepositoryPaths.Root, "tests", "assets", "niche", "ambiguous-words.csv"), row =>
        new LabelledText(
            int.Parse(row["Id"], CultureInfo.InvariantCulture),
            row["Path"].Length == 0 ? "off" : "topic",
            row["Path"].Split('|', StringSplitOptions.RemoveEmptyEntries),
            Evidence(row["Title"], null, [], null)))];

    /// <summary>Titles and tags of trending videos; the path is YouTube's name of the category.</summary>
    public static IReadOnlyList<LabelledText> Trending()
    {
        var number = 0;
        return [.. Read(TrendingPath, row => new LabelledText(
            ++number, "topic", [row["category"]], Evidence(row["title"], null, row["tags"].Split('|', StringSplitOptions.RemoveEmptyEntries), null)))];
    }

    private static List<LabelledText> Read(string path, Func<Dictionary<string, string>, LabelledText> read)
    {
        using var csv = new TextFieldParser(path) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        var names = csv.ReadFields()!;
        var texts = new List<LabelledText>();
        while (csv.ReadFields() is { } fields)
        {
            texts.Add(read(names.Zip(fields).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal)));
        }

        return texts;
    }

    private static NicheEvidence Evidence(string? title, string? caption, string[] tags, string? speech) => new()
    {
        Metadata = new VideoMetadata { VideoId = "", Title = Some(title), Caption = Some(caption), Hashtags = new ValueList<string>(tags), SourcePath = "" },
        Template = Some(speech) is { } said ? new VideoTemplate { FullName = "/v.mp4", VideoId = "", FileName = "", Transcript = said, HasSpeech = true } : null,
    };

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
