using VideoTools.Engine.Transcripts;

namespace VideoTools.Cli.Tests.Fakes;

/// <summary>Remembers the transcripts it was to write.</summary>
internal sealed class FakeTranscripts : ITranscripts
{
    public List<(string Path, TranscriptFormat Format, int Count)> Saves { get; } = [];

    public IReadOnlyList<string> Languages => [];

    public string GetPath(string fullName, TranscriptFormat format, string? directory) => new TranscriptFiles().GetPath(fullName, format, directory);

    public void Save(IReadOnlyList<TranscriptSegment> segments, string path, TranscriptFormat format, bool force) =>
        Saves.Add((path, format, segments.Count));
}
