namespace VideoTools.Cli.Tests.Fakes;

/// <summary>Gives the rows it was told, whatever is asked for, and remembers what it was to write.</summary>
internal sealed class FakeMetadata : IMetadata
{
    public List<VideoMetadata> Rows { get; } = [];

    public List<MetadataOptions> Options { get; } = [];

    public List<string> Saves { get; } = [];

    public VideoError? Failure { get; set; }

    public IReadOnlyList<string> GetColumns(string path) => [];

    public IReadOnlyList<VideoMetadata> Read(MetadataOptions options, Action<VideoError> report)
    {
        Options.Add(options);
        if (Failure is not null)
        {
            report(Failure);
        }

        return Rows;
    }

    public IMetadataIndex Open(MetadataOptions options, Action<VideoError> report) => new FakeIndex(Read(options, report));

    public VideoMetadata? ReadRow(IReadOnlyDictionary<string, object?> row, string source, Action<VideoError> report) =>
        throw new NotSupportedException();

    public string GetPath(VideoMetadata metadata, string directory) => Path.Combine(directory, metadata.VideoId + ".json");

    public FileOutcome Save(VideoMetadata metadata, string directory, bool force)
    {
        Saves.Add(force + " " + GetPath(metadata, directory));
        return FileOutcome.Written;
    }
}
