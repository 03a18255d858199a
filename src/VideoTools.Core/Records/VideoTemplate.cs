namespace VideoTools;

/// <summary>The template of one video: how it is cut, what it looks like, and (when analysed) what it shows as text and says.</summary>
[View(
    "VideoId", "Duration:12", "Size:9", "Scenes=SceneCount:6", "Cuts/min=CutsPerMinute:8:0.0",
    "Dominant=DominantColor:8", "Bright=BrightnessMean:6:0.0", "Status:9",
    Set = "FullName Duration Width Height SceneCount CutsPerMinute DominantColor BrightnessMean Motion Status",
    HasList = true)]
public sealed record VideoTemplate
{
    /// <summary>Absolute path of the video.</summary>
    public required string FullName { get; init; }

    /// <summary>The id part of names like id_owner_score1.5.mp4, otherwise the name without extension.</summary>
    [Column(Width = 14)]
    public required string VideoId { get; init; }

    /// <summary>File name with extension.</summary>
    public required string FileName { get; init; }

    /// <summary>Number of the scene that was measured by itself; 0 for the whole video or another range of it.</summary>
    public int SceneIndex { get; init; }

    /// <summary>Start of the range that was measured by itself, in seconds; null for the whole video.</summary>
    public double? StartSeconds { get; init; }

    /// <summary>End of that range; null for the end of the video.</summary>
    public double? EndSeconds { get; init; }

    /// <summary>The JSON file that holds this template; null where there is none.</summary>
    public string? TemplatePath { get; init; }

    /// <summary>Niche of the video; null until it is classified.</summary>
    public string? Niche { get; init; }

    /// <summary>Time from the first frame to the end of the last one.</summary>
    [Column(Width = 12)]
    public TimeSpan Duration { get; init; }

    /// <summary>Duration in seconds.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>Displayed width in pixels.</summary>
    public int Width { get; init; }

    /// <summary>Displayed height in pixels.</summary>
    public int Height { get; init; }

    /// <summary>Average frames a second.</summary>
    public double FramesPerSecond { get; init; }

    /// <summary>Frames analysed.</summary>
    public long FrameCount { get; init; }

    /// <summary>Number of scenes; a video without a cut has 1. Null when scenes were skipped.</summary>
    [Column(Width = 10)]
    public int? SceneCount { get; init; }

    /// <summary>Mean scene length in seconds.</summary>
    public double? MeanSceneSeconds { get; init; }

    /// <summary>Median scene length in seconds (mean of the middle two for an even count).</summary>
    public double? MedianSceneSeconds { get; init; }

    /// <summary>Transitions (scenes - 1; none between segments of fixed length) a minute; 0 for a video without length.</summary>
    [Column(Width = 13)]
    public double? CutsPerMinute { get; init; }

    /// <summary>Start of each scene in seconds, joined with ";" in text.</summary>
    public ValueList<double> SceneStarts { get; init; } = ValueList<double>.Empty;

    /// <summary>Mean colour over all frames as #RRGGBB.</summary>
    public string? MeanColor { get; init; }

    /// <summary>The most frequent colour over all frames as #RRGGBB.</summary>
    [Column(Width = 13)]
    public string? DominantColor { get; init; }

    /// <summary>Share of the picture (0 to 1) that has about the dominant colour.</summary>
    public double? DominantColorShare { get; init; }

    /// <summary>Mean luma, 0 (black) to 255 (white).</summary>
    public double? BrightnessMean { get; init; }

    /// <summary>Standard deviation of the frames' mean luma.</summary>
    public double? BrightnessDeviation { get; init; }

    /// <summary>Mean absolute luma change between frames inside scenes, 0 to 255.</summary>
    public double? Motion { get; init; }

    /// <summary>Whether the columns of text were computed; if not, why not.</summary>
    public PartStatus TextStatus { get; init; }

    /// <summary>On-screen text detections; null until text is analysed.</summary>
    public int? TextCount { get; init; }

    /// <summary>Percent of the sampled frames with text.</summary>
    public double? TextCoveragePercent { get; init; }

    /// <summary>The most frequent phrases.</summary>
    [Column(KnownBy = nameof(TextCount))]
    public ValueList<string>? TextPhrases { get; init; }

    /// <summary>Zone with most text: top, middle or bottom.</summary>
    public string? TextZone { get; init; }

    /// <summary>Zones that show text, the one with most first.</summary>
    [Column(KnownBy = nameof(TextCount))]
    public ValueList<string>? TextZones { get; init; }

    /// <summary>
    /// 36 shares (0 to 1) of the time with text in each cell of a grid of 6 columns and 6 rows, row by row from the top left.
    /// Empty without text.
    /// </summary>
    [Column(KnownBy = nameof(TextCount))]
    public ValueList<double>? TextHeat { get; init; }

    /// <summary>frequent or sparse.</summary>
    public string? TextPattern { get; init; }

    /// <summary>Frames that were read for text.</summary>
    public int? TextFramesRead { get; init; }

    /// <summary>When the first text comes up, in seconds; null without text.</summary>
    public double? FirstTextSeconds { get; init; }

    /// <summary>The first 50 texts with their times.</summary>
    [Column(KnownBy = nameof(TextCount))]
    public ValueList<TemplateText>? TextDetections { get; init; }

    /// <summary>Whether the columns of speech were computed; if not, why not.</summary>
    public PartStatus SpeechStatus { get; init; }

    /// <summary>True when somebody speaks; null until speech is analysed.</summary>
    public bool? HasSpeech { get; init; }

    /// <summary>Why nothing was transcribed; null when something was.</summary>
    public SpeechSkipReason? SpeechSkipReason { get; init; }

    /// <summary>Language of the speech.</summary>
    public string? SpeechLanguage { get; init; }

    /// <summary>What is said.</summary>
    public string? Transcript { get; init; }

    /// <summary>Number of words said.</summary>
    public int? WordCount { get; init; }

    /// <summary>Seconds with speech.</summary>
    public double? SpeakingSeconds { get; init; }

    /// <summary>Words a minute of speech.</summary>
    public double? WordsPerMinute { get; init; }

    /// <summary>When somebody first speaks, in seconds; null without speech.</summary>
    public double? FirstSpeechSeconds { get; init; }

    /// <summary>The segments of speech with their times.</summary>
    [Column(KnownBy = nameof(HasSpeech))]
    public ValueList<TemplateSpeech>? SpeechSegments { get; init; }

    /// <summary>Whether the columns of faces were computed; if not, why not.</summary>
    public PartStatus FaceStatus { get; init; }

    /// <summary>Most faces at a time; null until faces are looked for.</summary>
    public int? FaceCount { get; init; }

    /// <summary>Share (0 to 1) of the frames looked at that show a face.</summary>
    public double? FaceShare { get; init; }

    /// <summary>Different people whose faces are seen well enough to tell them apart.</summary>
    public int? FacePeople { get; init; }

    /// <summary>Transitions in the first three seconds.</summary>
    public int? HookCutCount { get; init; }

    /// <summary>Texts that show up in the first three seconds.</summary>
    public int? HookTextCount { get; init; }

    /// <summary>Words said in the first three seconds: of a segment that goes on, the share that lies within.</summary>
    public double? HookWordCount { get; init; }

    /// <summary>Name of the speech model; null when none was needed.</summary>
    public string? SpeechModel { get; init; }

    /// <summary>What the models ran on; null when none ran.</summary>
    public InferenceDevice? Device { get; init; }

    /// <summary>Errors the decoder reported.</summary>
    public long DecodeErrorCount { get; init; }

    /// <summary>How whole the input was, and Partial when a part that was asked for could not be computed.</summary>
    [Column(Width = 9)]
    public RecordStatus Status { get; init; }
}
