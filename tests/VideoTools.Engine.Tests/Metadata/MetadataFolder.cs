using System.Text;
using VideoTools.Engine.Metadata;

namespace VideoTools.Engine.Tests.Metadata;

/// <summary>A directory of metadata files for one test, and what reading it gave.</summary>
public sealed class MetadataFolder : IDisposable
{
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("videotools-metadata-").FullName;

    public List<VideoError> Errors { get; } = [];

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Directory, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public IReadOnlyList<VideoMetadata> Read(params string[] paths) => Read(paths, [], null);

    public IReadOnlyList<VideoMetadata> Read(string[] paths, string[] videos, string? joinColumn) => new MetadataStore().Read(
        new MetadataOptions { Paths = paths, VideoPaths = videos, JoinColumn = joinColumn }, Errors.Add);

    /// <summary>The rows of one CSV file with this text.</summary>
    public IReadOnlyList<VideoMetadata> ReadCsv(string text) => Read(Write("rows.csv", text));

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
