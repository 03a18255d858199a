namespace VideoTools;

/// <summary>
/// One segment of speech: about a sentence. A file without speech has exactly one record, with <see cref="HasSpeech"/> false, the reason,
/// and no text.
/// </summary>
[View(
    "Start:12", "End:12", "Lang=Language:4", "Text", GroupBy = "FullName", Wraps = true,
    Set = "FullName Start End Text Language HasSpeech SkipReason Status")]
public sealed record TranscriptSegment
{
    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 16)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>1 for the first segment of the file; 0 in the record of a file without speech.</summary>
    [Column(Presence = ColumnPresence.Optional)]
    public required int Index { get; init; }

    /// <summary>Number of the scene that was transcribed by itself; 0 for the whole video or another range of it.</summary>
    public int SceneIndex { get; init; }

    /// <summary>Where the segment begins.</summary>
    [Column(Width = 12)]
    public TimeSpan Start { get; init; }

    /// <summary>Where it ends.</summary>
    [Column(Width = 12)]
    public TimeSpan End { get; init; }

    /// <summary>End - Start.</summary>
    public TimeSpan Duration => End - Start;

    /// <summary>Start in seconds.</summary>
    [Column(Presence = ColumnPresence.Required)]
    public double StartSeconds { get; init; }

    /// <summary>End in seconds.</summary>
    [Column(Presence = ColumnPresence.Required)]
    public double EndSeconds { get; init; }

    /// <summary>What is said, without surrounding blanks; null when nobody speaks.</summary>
    [Column(Width = 36)]
    public string? Text { get; init; }

    /// <summary>Language as Whisper's code, mostly ISO 639-1 (en, de); null when nobody speaks.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// Mean natural logarithm of the tokens' probabilities (0 is certain); the model's own measure of trust, below -1 is doubtful.
    /// </summary>
    public double? AverageLogProbability { get; init; }

    /// <summary>0 to 1: how likely the model finds it that this window holds no speech.</summary>
    public double? NoSpeechProbability { get; init; }

    /// <summary>Bytes of the text divided by its compressed bytes; above 2.4 the text repeats itself.</summary>
    public double? CompressionRatio { get; init; }

    /// <summary>
    /// 0 when the text is the most likely one; above that when it was drawn, because the most likely one was not usable.
    /// </summary>
    public double? Temperature { get; init; }

    /// <summary>False in the one record of a file without speech.</summary>
    [Column(Presence = ColumnPresence.Optional, KnownBy = nameof(Text))]
    public required bool HasSpeech { get; init; }

    /// <summary>Why there is no text; null when there is.</summary>
    public SpeechSkipReason? SkipReason { get; init; }

    /// <summary>Number of the sound track, 0 for the first; null when there is none.</summary>
    public int? AudioTrack { get; init; }

    /// <summary>Name of the model, for example whisper-base; null when none was needed.</summary>
    public string? Model { get; init; }

    /// <summary>What the model ran on; null when none was needed.</summary>
    public InferenceDevice? Device { get; init; }

    /// <summary>The words with their times; empty unless asked for.</summary>
    public ValueList<TranscriptWord> Words { get; init; } = ValueList<TranscriptWord>.Empty;

    /// <summary>How whole the input was, as known when the segment ended.</summary>
    public RecordStatus Status { get; init; }
}
