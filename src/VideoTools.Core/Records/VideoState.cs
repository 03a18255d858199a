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

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

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

    /// <summary>When the sequence began, in UTC as 2026-01-31T23:59:59.123Z; null for a file.</summary>
    public string? ClockTime { get; init; }

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

    // What the device measured of a driver. A model's answers have none of it; null is what is not known.

    /// <summary>Part of the frames that show the driver's face, 0 to 1.</summary>
    public double? FaceShare { get; init; }

    /// <summary>Mean openness of the eyes: 0 closed, 1 as wide as this person's are when open.</summary>
    public double? EyeOpenness { get; init; }

    /// <summary>Seconds of the longest closure of the eyes that reaches into this sequence; it may have begun before.</summary>
    public double? ClosureSeconds { get; init; }

    /// <summary>Part of the last minute, or of what the options say, in which the eyes were at least 80 % closed, 0 to 1.</summary>
    public double? Perclos { get; init; }

    /// <summary>Blinks a minute, over the same time.</summary>
    public double? BlinkRate { get; init; }

    /// <summary>Blinks of half a second and more, over the same time.</summary>
    public int? LongBlinkCount { get; init; }

    /// <summary>Yawns of the last three minutes.</summary>
    public int? YawnCount { get; init; }

    /// <summary>Nods of the last half minute.</summary>
    public int? NodCount { get; init; }

    /// <summary>Mean turn of the head to the right of the picture, from this person's straight look on, in degrees.</summary>
    public double? HeadYaw { get; init; }

    /// <summary>Mean nod of the head upwards, from this person's straight look on, in degrees.</summary>
    public double? HeadPitch { get; init; }

    /// <summary>Seconds of the longest look away from the road that reaches into this sequence.</summary>
    public double? AwaySeconds { get; init; }

    /// <summary>Part of the frames in which a hand is at the face, 0 to 1; null where hands were not looked for.</summary>
    public double? HandShare { get; init; }

    /// <summary>Part of the frames in which a hand is at an ear, as if it held a phone, 0 to 1.</summary>
    public double? PhoneShare { get; init; }

    /// <summary>True when the person's own open eyes and straight look are known; before, what most people have stands for them.</summary>
    public bool? IsCalibrated { get; init; }
}
