namespace VideoTools.Cli.Tests.Fakes;

/// <summary>Metadata found by the stem of a video.</summary>
internal sealed class FakeIndex(IReadOnlyList<VideoMetadata> rows) : IMetadataIndex
{
    public IReadOnlyList<VideoMetadata> Rows => rows;

    public VideoMetadata? Find(string videoPath) => rows.FirstOrDefault(row => row.VideoId == Path.GetFileNameWithoutExtension(videoPath));
}
