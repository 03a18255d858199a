namespace VideoTools;

/// <summary>
/// The niche of one video (or of a text about one), with the measures of its template beside it where there is one, so that one flat row
/// is all that <c>Measure-VideoNiche</c> needs. Measures have the names of <see cref="VideoTemplate"/>.
/// </summary>
[View(
    "VideoId:14", "Conf.=Confidence:5:0.00", "Niche:32", "Keywords=MatchedKeyword",
    Set = "FullName VideoId FullPath Confidence MatchedKeyword Source Alternatives TextSample")]
public sealed record VideoNiche
{
    /// <summary>The category of what fits nowhere.</summary>
    public const string Unknown = "unknown";

    /// <summary>Absolute path of the video; null when only a text was given.</summary>
    public string? FullName { get; init; }

    /// <summary>The id of the video; empty when only a text was given.</summary>
    [Column(Width = 14, Presence = ColumnPresence.Optional)]
    public required string VideoId { get; init; }

    /// <summary>File name with extension.</summary>
    public string? FileName { get; init; }

    /// <summary>Number of the scene that its template is of; 0 for the whole video.</summary>
    public int SceneIndex { get; init; }

    /// <summary>The JSON file of its template; null where there is none.</summary>
    public string? TemplatePath { get; init; }

    /// <summary>Key of the category, the first level of the taxonomy; "unknown" when nothing fits.</summary>
    [Column(Width = 12)]
    public string Category { get; init; } = Unknown;

    /// <summary>Key of the second level.</summary>
    public string? Subcategory { get; init; }

    /// <summary>Key of the third level.</summary>
    public string? MicroNiche { get; init; }

    /// <summary>The keys from the top, "tech > coding > web_dev"; null when nothing fits.</summary>
    [Column(Width = 30)]
    public string? FullPath { get; init; }

    /// <summary>The niche by the name that it has on templates and statistics: the keys from the top, or "unknown".</summary>
    public string Niche => FullPath ?? Category;

    /// <summary>0 to 1: how often an answer with this confidence is right (calibrated; see docs/accuracy-niche.md).</summary>
    [Column(Width = 10)]
    public double Confidence { get; init; }

    /// <summary>Keywords of the node and of those above it that the text has.</summary>
    public ValueList<string> MatchedKeyword { get; init; } = ValueList<string>.Empty;

    /// <summary>The next best paths with their confidence, "tech > coding > ai_ml@0.21".</summary>
    public ValueList<string> Alternatives { get; init; } = ValueList<string>.Empty;

    /// <summary>What the decision rests on, most first: hashtag, title, description, speech, text.</summary>
    [Column(Width = 10)]
    public ValueList<string> Source { get; init; } = ValueList<string>.Empty;

    /// <summary>How it was decided.</summary>
    public NicheScorer Scorer { get; init; }

    /// <summary>Language of the text as far as known, ISO 639-1.</summary>
    public string? Language { get; init; }

    /// <summary>The first 100 characters of the text.</summary>
    public string? TextSample { get; init; }

    /// <summary>Trait of the micro-niche, for example "30-60s".</summary>
    public string? TypicalVideoLength { get; init; }

    /// <summary>Trait: slow, moderate, moderate-fast, fast or very-fast.</summary>
    public string? Pacing { get; init; }

    /// <summary>Trait: low, medium or high.</summary>
    public string? CtaStrength { get; init; }

    /// <summary>Duration in seconds; null without a template, like all measures that follow.</summary>
    [Column(IsMeasure = true)]
    public double? DurationSeconds { get; init; }

    /// <summary>Displayed width.</summary>
    public int? Width { get; init; }

    /// <summary>Displayed height.</summary>
    public int? Height { get; init; }

    /// <summary>Scenes.</summary>
    [Column(IsMeasure = true)]
    public int? SceneCount { get; init; }

    /// <summary>Mean scene length.</summary>
    [Column(IsMeasure = true)]
    public double? MeanSceneSeconds { get; init; }

    /// <summary>Median scene length.</summary>
    [Column(IsMeasure = true)]
    public double? MedianSceneSeconds { get; init; }

    /// <summary>Transitions a minute.</summary>
    [Column(IsMeasure = true)]
    public double? CutsPerMinute { get; init; }

    /// <summary>Start of each scene in seconds.</summary>
    [Column(KnownBy = nameof(SceneCount))]
    public ValueList<double>? SceneStarts { get; init; }

    /// <summary>Mean colour, #RRGGBB.</summary>
    public string? MeanColor { get; init; }

    /// <summary>Most frequent colour, #RRGGBB.</summary>
    public string? DominantColor { get; init; }

    /// <summary>Its share of the picture.</summary>
    public double? DominantColorShare { get; init; }

    /// <summary>Mean luma, 0 to 255.</summary>
    [Column(IsMeasure = true)]
    public double? BrightnessMean { get; init; }

    /// <summary>Deviation of the frames' mean luma.</summary>
    [Column(IsMeasure = true)]
    public double? BrightnessDeviation { get; init; }

    /// <summary>Mean luma change inside scenes.</summary>
    [Column(IsMeasure = true)]
    public double? Motion { get; init; }

    /// <summary>Texts.</summary>
    [Column(IsMeasure = true)]
    public int? TextCount { get; init; }

    /// <summary>Percent of the time with text.</summary>
    [Column(IsMeasure = true)]
    public double? TextCoveragePercent { get; init; }

    /// <summary>The most frequent phrases.</summary>
    [Column(KnownBy = nameof(TextCount))]
    public ValueList<string>? TextPhrases { get; init; }

    /// <summary>Zone with most text.</summary>
    public string? TextZone { get; init; }

    /// <summary>Zones with text, most first.</summary>
    [Column(KnownBy = nameof(TextCount))]
    public ValueList<string>? TextZones { get; init; }

    /// <summary>Shares of the time with text in 6 x 6 cells, row by row.</summary>
    [Column(KnownBy = nameof(TextCount))]
    public ValueList<double>? TextHeat { get; init; }

    /// <summary>frequent or sparse.</summary>
    public string? TextPattern { get; init; }

    /// <summary>When the first text comes up.</summary>
    public double? FirstTextSeconds { get; init; }

    /// <summary>True when somebody speaks.</summary>
    public bool? HasSpeech { get; init; }

    /// <summary>Language of the speech.</summary>
    public string? SpeechLanguage { get; init; }

    /// <summary>What is said.</summary>
    public string? Transcript { get; init; }

    /// <summary>Words said.</summary>
    [Column(IsMeasure = true)]
    public int? WordCount { get; init; }

    /// <summary>Seconds with speech.</summary>
    [Column(IsMeasure = true)]
    public double? SpeakingSeconds { get; init; }

    /// <summary>Words a minute of speech.</summary>
    [Column(IsMeasure = true)]
    public double? WordsPerMinute { get; init; }

    /// <summary>When somebody first speaks.</summary>
    public double? FirstSpeechSeconds { get; init; }

    /// <summary>Transitions in the first three seconds.</summary>
    public int? HookCutCount { get; init; }

    /// <summary>Texts in the first three seconds.</summary>
    public int? HookTextCount { get; init; }

    /// <summary>Words in the first three seconds.</summary>
    public double? HookWordCount { get; init; }

    /// <summary>Views.</summary>
    public long? ViewCount { get; init; }

    /// <summary>Likes.</summary>
    public long? LikeCount { get; init; }

    /// <summary>Comments.</summary>
    public long? CommentCount { get; init; }

    /// <summary>Followers of the owner.</summary>
    public long? FollowerCount { get; init; }

    /// <summary>Engagement as the source gives it.</summary>
    public double? EngagementRate { get; init; }

    /// <summary>Views against followers, as the source gives it.</summary>
    public double? ViewRate { get; init; }

    /// <summary>Score of the source, for example the number behind _score in the file name.</summary>
    public double? CompositeScore { get; init; }

    /// <summary>How whole the video was.</summary>
    public RecordStatus Status { get; init; }
}
