namespace VideoTools;

/// <summary>Transcripts as files. Thread-safe.</summary>
public interface ITranscripts
{
    /// <summary>Where the transcript of a video is saved: its name with the format's extension, in the directory (null: beside the video).</summary>
    string GetPath(string fullName, TranscriptFormat format, string? directory);

    /// <summary>Writes the segments of one video, whole or not at all. A video without speech gives an empty transcript.</summary>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    void Save(IReadOnlyList<TranscriptSegment> segments, string path, TranscriptFormat format, bool force);
}
