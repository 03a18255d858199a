namespace VideoTools.Engine.Metadata;

/// <summary>Reads metadata files. What is wrong with a file or row is reported; the others are read.</summary>
internal static class MetadataReader
{
    /// <summary>Every row, in the order of files and rows, to be looked up by video.</summary>
    /// <param name="options">What to read; its videos are not used.</param>
    /// <param name="report">Takes the errors.</param>
    public static MetadataIndex Load(MetadataOptions options, Action<VideoError> report)
    {
        var rows = new List<MetadataRow>();
        var named = options.Paths.ToHashSet(StringComparer.Ordinal);
        foreach (var path in MetadataFiles.Find(options.Paths, report))
        {
            rows.AddRange(ReadFile(path, named.Contains(path), options.JoinColumn, report));
        }

        var index = new MetadataIndex(rows, options.JoinColumn is not null);
        ReportDoubles(index, report);
        return index;
    }

    private static List<MetadataRow> ReadFile(string path, bool isNamed, string? joinColumn, Action<VideoError> report)
    {
        var errors = new MetadataReport(path, report);
        if (!File.Exists(path))
        {
            errors.File("does not exist.", "Correct the path.", VideoErrorId.FileNotFound);
            return [];
        }

        if (MetadataText.Read(path, errors) is not { } text)
        {
            return [];
        }

        var builder = new MetadataRowBuilder(path, joinColumn);
        var extension = Path.GetExtension(path).ToLowerInvariant();
        var isLines = extension is ".ndjson" or ".jsonl";
        var isJson = isLines
            || extension == ".json"
            || (extension is not (".csv" or ".tsv") && text.AsSpan().TrimStart() is ['{' or '[', ..]);
        List<MetadataRow> rows = isJson
            ? [.. new JsonMetadataReader(builder, errors).Read(text, isLines, isNamed)]
            : [.. CsvMetadataReader.Read(text, builder, errors)];
        if (joinColumn is not null && rows.Count > 0 && rows.TrueForAll(row => row.JoinValue is null))
        {
            errors.File($"has no value in the column '{joinColumn}', so its rows find no video.", "Correct the name of the column.");
        }

        errors.Finish();
        return rows;
    }

    // Within one file only: a directory may well hold the table and the JSON files that were made from it.
    private static void ReportDoubles(MetadataIndex index, Action<VideoError> report)
    {
        var doubles = Enumerable.Range(0, index.Rows.Count)
            .Select(i => (Row: index.Rows[i], First: index.FindFirst(i)))
            .Where(pair => pair.First >= 0 && index.Rows[pair.First].SourcePath == pair.Row.SourcePath)
            .GroupBy(pair => pair.Row.SourcePath, StringComparer.Ordinal);
        foreach (var file in doubles)
        {
            var (row, first) = file.First();
            report(Invalid(
                file.Key,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{file.Key}' has {file.Count()} rows with the id of a row before them, such as {Place(row)}.")
                + " The first of each finds the video.",
                "Remove the rows that are too many."));
        }
    }

    /// <summary>How errors name a row.</summary>
    public static string Place(VideoMetadata row) => row.SourceRow is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"row {number} ('{row.VideoId}')")
        : $"'{row.VideoId}'";

    /// <summary>The error of a file or row.</summary>
    public static VideoError Invalid(string path, string message, string action) =>
        new(VideoErrorId.MetadataInvalid, path, message, action);
}
