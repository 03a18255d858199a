using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Transcripts;

/// <summary>Saves transcripts as files.</summary>
internal sealed class TranscriptFiles : ITranscripts
{
    public IReadOnlyList<string> Languages => SpeechLanguages.Codes;

    public string GetPath(string fullName, TranscriptFormat format, string? directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(fullName);
        return Path.Combine(
            directory ?? Path.GetDirectoryName(fullName) ?? "",
            Path.GetFileNameWithoutExtension(fullName) + "." + format.ToString().ToLowerInvariant());
    }

    public void Save(IReadOnlyList<TranscriptSegment> segments, string path, TranscriptFormat format, bool force)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var content = Encoding.UTF8.GetBytes(TranscriptWriter.Format(segments, format));
        WholeFiles.Write(new OutputSubject("The transcript"), force, (Path.GetFullPath(path), content));
    }
}
