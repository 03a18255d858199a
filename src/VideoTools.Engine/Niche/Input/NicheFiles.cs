using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Niche.Input;

/// <summary>Finds and reads the files that hold templates or niches. What cannot be read is reported and passed over.</summary>
internal static class NicheFiles
{
    private const string TemplateEnding = "_template.json";
    private const string Advice = "Give files that Get-VideoTemplate (videotools template) wrote, or CSV files of its records or of those of Get-VideoNiche.";

    private static readonly char[] Delimiters = [',', ';', '\t'];

    private static readonly EnumerationOptions Recursive = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        MatchType = MatchType.Simple,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>The template files of a directory and of those below, in ordinal order.</summary>
    public static IReadOnlyList<string> Find(string directory) =>
        [.. Directory.EnumerateFiles(directory, "*" + TemplateEnding, Recursive).Order(StringComparer.Ordinal)];

    /// <summary>True for the name of a template file.</summary>
    public static bool IsTemplate(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(TemplateEnding, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A template file with everything in it; null, and reported, when it cannot be read.</summary>
    public static VideoTemplate? ReadTemplate(string path, Action<VideoError> report)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(report);
        return Guard(path, report, () => TemplateJsonReader.Parse(File.ReadAllBytes(path)));
    }

    /// <summary>Reads a template (.json) or a table (.csv, .tsv, .txt). Anything else, a video for example, is refused unread.</summary>
    public static IReadOnlyList<VideoNiche> Read(string path, Action<VideoError> report)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(report);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".json":
                return ReadTemplate(path, report) is { } template ? [TemplateRow.Of(template)] : [];
            case ".csv" or ".tsv" or ".txt":
                return Guard(path, report, () => ReadTable(path, report)) ?? [];
            default:
                report(File.Exists(path)
                    ? new VideoError(VideoErrorId.TemplateInvalid, path, $"'{path}' is neither a .json file of a template nor a .csv file.", Advice)
                    : Missing(path, null));
                return [];
        }
    }

    private static T? Guard<T>(string path, Action<VideoError> report, Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            report(Missing(path, exception));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            report(new VideoError(VideoErrorId.FileUnreadable, path, $"'{path}' cannot be read: {exception.Message}", "Check its permissions.")
            {
                Exception = exception,
            });
        }
        catch (Exception exception) when (exception is JsonException or FormatException or CsvFormatException)
        {
            report(new VideoError(VideoErrorId.TemplateInvalid, path, $"'{path}' is no template: {exception.Message}", Advice) { Exception = exception });
        }

        return null;
    }

    private static VideoError Missing(string path, Exception? exception) =>
        new(VideoErrorId.FileNotFound, path, $"There is no file '{path}'.", "Correct the path.") { Exception = exception };

    private static List<VideoNiche> ReadTable(string path, Action<VideoError> report)
    {
        var text = File.ReadAllText(path, Encoding.UTF8);
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var header = end < 0 ? text : text[..end];

        // Names of columns hold none of the three, so whichever the header has most of divides it.
        var delimiter = Delimiters.MaxBy(d => header.Count(c => c == d));
        using var csv = CsvReader.FromText(
            text, new CsvReaderOptions { Separator = delimiter, HasHeader = false, MalformedData = CsvMalformedDataHandling.Recover });
        var videos = new List<VideoNiche>();
        if (!csv.Read())
        {
            return videos;
        }

        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < csv.FieldCount; i++)
        {
            columns.TryAdd(csv.GetString(i), i);
        }

        for (var row = 1; csv.Read(); row++)
        {
            if (FlatRow.TryRead(name => columns.TryGetValue(name, out var i) && i < csv.FieldCount ? csv.GetString(i) : null, out var video, out var problem))
            {
                videos.Add(video!);
            }
            else
            {
                report(new VideoError(
                    VideoErrorId.TemplateInvalid, path, string.Create(CultureInfo.InvariantCulture, $"Row {row} of '{path}' is passed over: {problem}"), Advice));
            }
        }

        return videos;
    }
}
