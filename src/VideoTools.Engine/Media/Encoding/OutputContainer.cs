namespace VideoTools.Engine.Media.Encoding;

/// <summary>A container that videos are written in, and what it takes.</summary>
/// <param name="Extension">Extension of its files.</param>
/// <param name="Muxer">ffmpeg's name.</param>
/// <param name="Sound">Sound codecs that are copied into it; empty takes all.</param>
/// <param name="SoundEncoder">Encoder of the others.</param>
/// <param name="TextSubtitles">What text subtitles become; "copy" leaves them.</param>
internal sealed record OutputContainer(
    string Extension, string Muxer, IReadOnlyList<string> Sound, string SoundEncoder, string TextSubtitles)
{
    private static readonly string[] PlainTexts = ["subrip", "ass", "ssa", "webvtt", "mov_text", "text"];

    /// <summary>The containers there are.</summary>
    public static IReadOnlyList<OutputContainer> All { get; } =
    [
        new(".mp4", "mp4", ["aac", "mp3", "ac3", "eac3", "alac", "opus"], "aac", "mov_text"),
        new(".m4v", "mp4", ["aac", "mp3", "ac3", "eac3", "alac"], "aac", "mov_text"),
        new(".mov", "mov", ["aac", "mp3", "ac3", "eac3", "alac", "pcm_s16le", "pcm_s24le", "pcm_s16be", "pcm_s24be"], "aac", "mov_text"),
        new(".mkv", "matroska", [], "aac", "copy"),
        new(".webm", "webm", ["opus", "vorbis"], "libopus", "webvtt"),
    ];

    /// <summary>True for MP4 and what is made like it.</summary>
    public bool IsIsoBased => Muxer is "mp4" or "mov";

    /// <summary>The container of a file's name; null where it has none that is written here.</summary>
    public static OutputContainer? Find(string path) =>
        All.FirstOrDefault(container => container.Extension.Equals(Path.GetExtension(path), StringComparison.OrdinalIgnoreCase));

    /// <summary>True when a track goes into it as it is.</summary>
    public bool TakesSound(string codec) => Sound.Count == 0 || Sound.Contains(codec);

    /// <summary>True when it takes pictures of an encoder.</summary>
    public bool Takes(VideoEncoder encoder) => Muxer != "webm" || encoder.Codec is "vp9" or "av1";

    /// <summary>What subtitles of a codec become; null where they have no place.</summary>
    public string? SubtitleFor(string codec) => !PlainTexts.Contains(codec) ? null
        : TextSubtitles == "copy" && codec == "mov_text" ? "srt"
        : TextSubtitles;
}
