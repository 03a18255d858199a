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

    public string Claim(
        string fullName, TranscriptFormat format, string? directory, IDictionary<string, string> taken, Action<string> warn)
    {
        ArgumentNullException.ThrowIfNull(taken);
        ArgumentNullException.ThrowIfNull(warn);
        var path = GetPath(fullName, format, directory);
        return DistinctNames.Claim(path, Path.GetExtension(path), fullName, _ => null, taken, warn);
    }

    public TranscriptFormat FormatOf(string path) =>
        Enum.TryParse<TranscriptFormat>(Path.GetExtension(path).TrimStart('.'), ignoreCase: true, out var format) && Enum.IsDefined(format)
            ? format
            : throw new ArgumentException(
                $"'{Path.GetFileName(path)}' ends with no format of transcripts; give it one of the extensions "
                + string.Join(", ", Enum.GetNames<TranscriptFormat>().Select(name => "." + name.ToLowerInvariant()))
                + ", or say the format.");

    public FileOutcome Save(IReadOnlyList<TranscriptSegment> segments, string path, TranscriptFormat format, bool force)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var content = Encoding.UTF8.GetBytes(TranscriptWriter.Format(segments, format));
        if (content.Length == 0)
        {
            return FileOutcome.Nothing;
        }

        return WholeFiles.Write(new OutputSubject("The transcript"), force, (Path.GetFullPath(path), content));
    }
}
