namespace VideoTools;

/// <summary>File formats of a transcript.</summary>
public enum TranscriptFormat
{
    /// <summary>SubRip subtitles.</summary>
    Srt,

    /// <summary>WebVTT subtitles.</summary>
    Vtt,

    /// <summary>Segments and words with every measure.</summary>
    Json,

    /// <summary>The text only, a line a segment.</summary>
    Txt,
}
