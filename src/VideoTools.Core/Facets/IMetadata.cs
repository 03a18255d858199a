namespace VideoTools;

/// <summary>Metadata of videos: read from CSV and JSON files or rows, joined to videos, written as JSON. Thread-safe.</summary>
public interface IMetadata
{
    /// <summary>The columns of a CSV file; none where it cannot be read.</summary>
    IReadOnlyList<string> GetColumns(string path);

    /// <summary>Reads metadata and joins it to the videos of the options, in the order of the files and rows.</summary>
    /// <param name="options">What to read.</param>
    /// <param name="report">Takes what is wrong with a file or row; reading goes on.</param>
    IReadOnlyList<VideoMetadata> Read(MetadataOptions options, Action<VideoError> report);

    /// <summary>Reads metadata once, so that many videos can be looked up in it.</summary>
    /// <param name="options">What to read; its videos are not used.</param>
    /// <param name="report">Takes what is wrong with a file or row; reading goes on.</param>
    IMetadataIndex Open(MetadataOptions options, Action<VideoError> report);

    /// <summary>Reads one row or object that is in memory already.</summary>
    /// <param name="row">
    /// Values by name, the same names as in files. A value is a text, a number, a truth, null, a list of values, or again values by name.
    /// </param>
    /// <param name="source">What to give as <see cref="VideoMetadata.SourcePath"/> and in errors.</param>
    /// <param name="report">Takes what is wrong with a value; it is left empty.</param>
    /// <returns>Null when no name is known.</returns>
    VideoMetadata? ReadRow(IReadOnlyDictionary<string, object?> row, string source, Action<VideoError> report);

    /// <summary>Where <see cref="Save"/> would write: id_owner_score0.5.json in the directory.</summary>
    string GetPath(VideoMetadata metadata, string directory);

    /// <summary>Writes metadata as a JSON file of its own, whole or not at all. Missing numbers are 0 there.</summary>
    /// <exception cref="VideoToolsException">OutputExists, OutputUnwritable, or MetadataInvalid for a row without an id.</exception>
    FileOutcome Save(VideoMetadata metadata, string directory, bool force);
}
