using VideoTools.Engine.Files;

namespace VideoTools.Engine.Metadata;

/// <summary>Reads metadata, joins it to videos, and writes it as a JSON file a video.</summary>
internal sealed class MetadataStore : IMetadata
{
    public IReadOnlyList<VideoMetadata> Read(MetadataOptions options, Action<VideoError> report)
    {
        var index = MetadataReader.Load(options, report);
        var joined = index.Rows.ToArray();
        var second = new Dictionary<int, (string Path, int Count)>();
        foreach (var video in MetadataFiles.FindVideos(options.VideoPaths, report).Order(StringComparer.Ordinal))
        {
            var (row, matchedBy) = index.FindRow(video);
            if (row >= 0 && !joined[row].IsMatched)
            {
                joined[row] = MetadataIndex.Join(joined[row], video, matchedBy);
            }
            else if (row >= 0)
            {
                second[row] = second.TryGetValue(row, out var others) ? (others.Path, others.Count + 1) : (video, 1);
            }
        }

        foreach (var (row, (path, count)) in second.OrderBy(pair => pair.Key))
        {
            report(MetadataReader.Invalid(
                joined[row].SourcePath,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{MetadataReader.Place(joined[row])} fits {count + 1} videos: '{joined[row].FullName}', which is taken, and '{path}'")
                + (count > 1 ? " and others." : "."),
                "Give the videos ids of their own, or name the column that tells them apart with -JoinColumn (--join-column)."));
        }

        return joined;
    }

    public IReadOnlyList<string> GetColumns(string path) =>
        MetadataText.Read(path, new MetadataReport(path, _ => { })) is { } text
            ? CsvMetadataReader.ReadHeader(text, new MetadataRowBuilder(path, null))
            : [];

    public IMetadataIndex Open(MetadataOptions options, Action<VideoError> report) => MetadataReader.Load(options, report);

    public VideoMetadata? ReadRow(IReadOnlyDictionary<string, object?> row, string source, Action<VideoError> report)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(report);
        var builder = new MetadataRowBuilder(source, null);
        var read = builder.Build(row, null, ownsFile: false);
        foreach (var problem in builder.Problems)
        {
            report(MetadataReader.Invalid(
                source, $"A row of '{source}': {problem}.", "Correct the value, or leave it empty; it is read as empty."));
        }

        return read?.Metadata;
    }

    /// <inheritdoc/>
    /// <remarks>Characters that no file system likes become "-".</remarks>
    public string GetPath(VideoMetadata metadata, string directory)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        var id = metadata.Shortcode ?? metadata.VideoId;
        var score = (metadata.CompositeScore ?? 0).ToString("0.############", CultureInfo.InvariantCulture);
        return Path.GetFullPath(Path.Combine(directory, $"{Clean(id)}_{Clean(metadata.OwnerUserName ?? "")}_score{score}.json"));
    }

    public FileOutcome Save(VideoMetadata metadata, string directory, bool force)
    {
        var path = GetPath(metadata, directory);
        if (metadata.VideoId.Length == 0)
        {
            throw new VideoToolsException(
                VideoErrorId.MetadataInvalid,
                metadata.SourcePath,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Row {metadata.SourceRow} of '{metadata.SourcePath}' has no id, so no file can be named after it."),
                "Give it a video_id.");
        }

        return WholeFiles.Write(
            new OutputSubject($"The metadata of '{metadata.VideoId}'"), force, (path, MetadataWriter.Serialize(metadata)));
    }

    // The same on every system, so that a directory can move; a name cannot lead out of the directory.
    private static string Clean(string part) =>
        string.Concat(part.Select(c => char.IsControl(c) || "<>:\"/\\|?*".Contains(c, StringComparison.Ordinal) ? '-' : c));
}
