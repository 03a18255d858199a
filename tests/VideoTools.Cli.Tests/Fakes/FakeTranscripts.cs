using VideoTools.Engine.Transcripts;

namespace VideoTools.Cli.Tests.Fakes;

/// <summary>Remembers the transcripts it was to write.</summary>
internal sealed class FakeTranscripts : ITranscripts
{
    public List<(string Path, TranscriptFormat Format, int Count)> Saves { get; } = [];

    public IReadOnlyList<string> Languages => [];

    public string GetPath(string fullName, TranscriptFormat format, string? directory) => new TranscriptFiles().GetPath(fullName, format, directory);

    public string Claim(
        string fullName, TranscriptFormat format, string? directory, IDictionary<string, string> taken, Action<string> warn) =>
        new TranscriptFiles().Claim(fullName, format, directory, taken, warn);

    public TranscriptFormat FormatOf(string path) => new TranscriptFiles().FormatOf(path);

    public FileOutcome Save(IReadOnlyList<TranscriptSegment> segments, string path, TranscriptFormat format, bool force)
    {
        Saves.Add((path, format, segments.Count));
        return FileOutcome.Written;
    }
}
