namespace VideoTools;

/// <summary>Metadata that was read once and is looked up by video. Thread-safe.</summary>
public interface IMetadataIndex
{
    /// <summary>Everything that was read, in the order of files and rows, joined to no video.</summary>
    IReadOnlyList<VideoMetadata> Rows { get; }

    /// <summary>The metadata of a video, joined to it; null when there is none.</summary>
    /// <param name="videoPath">Path of the video; it need not exist.</param>
    VideoMetadata? Find(string videoPath);
}
