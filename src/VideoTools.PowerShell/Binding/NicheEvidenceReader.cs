namespace VideoTools.PowerShell;

/// <summary>Turns what comes down a pipeline into evidence: records, rows of CSV files, nested metadata objects, paths.</summary>
/// <param name="find">Looks up the metadata of a video; null when there is none.</param>
/// <param name="readRow">Reads a row of metadata from elsewhere; null when it has no known name.</param>
/// <param name="readPath">Reads what a file says; null, and reported, when that is nothing.</param>
/// <param name="report">Takes what cannot be used.</param>
internal sealed class NicheEvidenceReader(
    Func<string, VideoMetadata?> find,
    Func<IReadOnlyDictionary<string, object?>, VideoMetadata?> readRow,
    Func<string, NicheEvidence?> readPath,
    Action<VideoError> report)
{
    /// <summary>A template, with its metadata where there is some.</summary>
    public NicheEvidence FromTemplate(VideoTemplate template) =>
        new() { Template = template, FullName = template.FullName, Metadata = find(template.FullName) };

    /// <summary>Metadata alone.</summary>
    public static NicheEvidence FromMetadata(VideoMetadata metadata) => new() { Metadata = metadata, FullName = metadata.FullName };

    /// <summary>Anything else with named values. Null (and reported) when nothing about a video is in them.</summary>
    /// <param name="get">Gives the value of a property, null when there is none.</param>
    /// <param name="all">Gives all values by name, lists and groups included.</param>
    public NicheEvidence? FromRow(Func<string, object?> get, Func<IReadOnlyDictionary<string, object?>> all)
    {
        if (RecordRows.IsTemplate(get))
        {
            return RecordReader.TryRead<VideoTemplate>(get, out var template, out var problem)
                ? FromTemplate(template)
                : Refuse(get, $"This is not the row of a template: {problem}", "Pipe the output of Get-VideoTemplate.");
        }

        if (RecordRows.IsMetadata(get))
        {
            return RecordReader.TryRead<VideoMetadata>(get, out var own, out var problem)
                ? FromMetadata(own)
                : Refuse(get, $"This is not the row of metadata: {problem}", "Pipe the output of Import-VideoMetadata.");
        }

        var fullName = Name(get);
        if (readRow(all()) is { } metadata && HasText(metadata))
        {
            return new NicheEvidence { Metadata = metadata, FullName = fullName };
        }

        return fullName is not null
            ? readPath(fullName)
            : Refuse(
                get,
                "This object says nothing about a video.",
                "Pipe templates, metadata, files, or objects with title, text or hashtags; use -Text for plain text.");
    }

    private static string? Name(Func<string, object?> get) =>
        FlexibleValue.Unwrap(get(nameof(VideoNiche.FullName)))?.ToString() is { Length: > 0 } name ? name : null;

    private static bool HasText(VideoMetadata metadata) =>
        (metadata.Title ?? metadata.Description ?? metadata.Caption ?? metadata.Text) is not null
        || metadata.Hashtags.Count + metadata.Challenges.Count > 0;

    private NicheEvidence? Refuse(Func<string, object?> get, string problem, string action)
    {
        report(new VideoError(VideoErrorId.MetadataInvalid, Name(get) ?? "", problem, action));
        return null;
    }
}
