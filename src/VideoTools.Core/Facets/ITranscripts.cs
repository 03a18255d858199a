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

    /// <summary>The file for the transcript of a video: of two videos of one name, the second gets a name of its own.</summary>
    /// <param name="fullName">The video.</param>
    /// <param name="format">Format of the file.</param>
    /// <param name="directory">Where; null for beside the video.</param>
    /// <param name="taken">Files claimed so far, and their videos; takes this one.</param>
    /// <param name="warn">Told when the name is another.</param>
    string Claim(string fullName, TranscriptFormat format, string? directory, IDictionary<string, string> taken, Action<string> warn);

    /// <summary>The format that the extension of a file says.</summary>
    /// <exception cref="ArgumentException">It says none that transcripts are written in.</exception>
    TranscriptFormat FormatOf(string path);

    /// <summary>Writes the segments of one video, whole or not at all. Without speech subtitles and text are nothing.</summary>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    FileOutcome Save(IReadOnlyList<TranscriptSegment> segments, string path, TranscriptFormat format, bool force);
}
