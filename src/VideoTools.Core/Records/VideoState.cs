namespace VideoTools;

/// <summary>
/// In what state the subject of a video is during one sequence, and how worrying that is. Made of a model's answers, or on the device.
/// </summary>
[View(
    "#=SequenceIndex:5", "Start:12", "State:10", "RawLevel:8", "Level:8", "Status:11", "Evidence",
    GroupBy = "FullName", Wraps = true, Set = "FullName SequenceIndex Start State RawLevel Level Status Evidence")]
public sealed record VideoState
{
    /// <summary>The state of a subject of which nothing is known.</summary>
    public const string Unknown = "UNKNOWN";

    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 12)]
    public required string FullName { get; init; }

    /// <summary>Number of the sequence: 1 for the first interval of the file.</summary>
    [Column(Width = 13)]
    public required int SequenceIndex { get; init; }

    /// <summary>Time of the first frame of the sequence.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>End of the sequence.</summary>
    public TimeSpan End { get; init; }

    /// <summary>Start in seconds.</summary>
    public double StartSeconds { get; init; }

    /// <summary>End in seconds.</summary>
    public double EndSeconds { get; init; }

    /// <summary>The state, for example AWAKE, TIRED or SLEEPY; UNKNOWN where nothing says so.</summary>
    [Column(Width = 10)]
    public string State { get; init; } = Unknown;

    /// <summary>The level of this sequence alone.</summary>
    [Column(Width = 8)]
    public AlertLevel RawLevel { get; init; }

    /// <summary>The level after those before it are taken into account.</summary>
    [Column(Width = 8)]
    public required AlertLevel Level { get; init; }

    /// <summary>How much it rests on.</summary>
    [Column(Width = 11)]
    public StateStatus Status { get; init; }

    /// <summary>What it rests on.</summary>
    [Column(Width = 12)]
    public string Evidence { get; init; } = "";

    /// <summary>The model that said so, or "Device".</summary>
    public string Source { get; init; } = "";

    /// <summary>Times in seconds of the frames that were looked at.</summary>
    public ValueList<double> FrameTimes { get; init; } = ValueList<double>.Empty;
}
