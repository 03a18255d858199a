namespace VideoTools;

/// <summary>Transcripts as files. Thread-safe.</summary>
public interface ITranscripts
{
    /// <summary>Codes of the languages that speech is written down in: mostly ISO 639-1.</summary>
    IReadOnlyList<string> Languages { get; }

    /// <summary>Where a transcript is saved: the video's name with the format's extension.</summary>
    /// <param name="fullName">The video.</param>
    /// <param name="format">Format of the file.</param>
    /// <param name="directory">Where; null for beside the video.</param>
    string GetPath(string fullName, TranscriptFormat format, string? directory);

    /// <summary>Writes the segments of one video, whole or not at all. A video without speech gives an empty transcript.</summary>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    void Save(IReadOnlyList<TranscriptSegment> segments, string path, TranscriptFormat format, bool force);
}
