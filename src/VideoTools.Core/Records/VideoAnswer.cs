namespace VideoTools;

/// <summary>The answer of a model to one question about one sequence of frames.</summary>
[View(
    "#=SequenceIndex:5", "Start:12", "Question:16", "State:9", "Level:8", "Status:11", "Answer",
    GroupBy = "FullName", Wraps = true, Set = "FullName SequenceIndex Start Question Status State Level Answer")]
public sealed record VideoAnswer
{
    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 12)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>Number of the sequence: 1 for the first interval of the file.</summary>
    [Column(Width = 13)]
    public required int SequenceIndex { get; init; }

    /// <summary>Time of the first frame of the sequence that was decoded.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>End of the interval, or of the video.</summary>
    public TimeSpan End { get; init; }

    /// <summary>Start in seconds.</summary>
    public double StartSeconds { get; init; }

    /// <summary>End in seconds.</summary>
    public double EndSeconds { get; init; }

    /// <summary>When the sequence began, in UTC as 2026-01-31T23:59:59.123Z; null for a file.</summary>
    public string? ClockTime { get; init; }

    /// <summary>Name of the question.</summary>
    [Column(Width = 10)]
    public required string Question { get; init; }

    /// <summary>What the question asks for.</summary>
    public AnswerKind Kind { get; init; }

    /// <summary>What the model said; empty without an answer.</summary>
    [Column(Width = 12)]
    public string Answer { get; init; } = "";

    /// <summary>The state that was read from the answer, UNKNOWN where none was; null for other questions.</summary>
    [Column(Width = 8)]
    public string? State { get; init; }

    /// <summary>
    /// The level that was read from the answer, Unknown where none was, or the level that the state alone stands for; null for others.
    /// </summary>
    [Column(Width = 8)]
    public AlertLevel? Level { get; init; }

    /// <summary>What became of the question.</summary>
    [Column(Width = 11)]
    public AnswerStatus Status { get; init; }

    /// <summary>How often the model was called; 0 where it was not.</summary>
    public int Attempts { get; init; }

    /// <summary>True when the answer is kept from an earlier call with the same frames, question, model and options.</summary>
    public bool FromCache { get; init; }

    /// <summary>Frames that the question shows.</summary>
    public int FrameCount { get; init; }

    /// <summary>Times of these frames in seconds, as Export-VideoFrame takes them.</summary>
    public ValueList<double> FrameTimes { get; init; } = ValueList<double>.Empty;

    /// <summary>Tokens of the question with its pictures, as the server counts them; null where it does not say.</summary>
    public long? PromptTokens { get; init; }

    /// <summary>Tokens of the answer; null where the server does not say.</summary>
    public long? CompletionTokens { get; init; }

    /// <summary>Seconds from the first call to the end of the last, waiting between them included; 0 for a kept answer.</summary>
    public double Seconds { get; init; }

    /// <summary>The model that was asked.</summary>
    public string Model { get; init; } = "";

    /// <summary>What went wrong; null where nothing did.</summary>
    public string? Error { get; init; }
}
