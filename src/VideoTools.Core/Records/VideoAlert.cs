namespace VideoTools;

/// <summary>A stretch of a video that is worrying.</summary>
[View(
    "#=Index:4", "Start:12", "End:12", "Level:8", "State:10", "Sequences=SequenceCount:9", "Reason",
    GroupBy = "FullName", Wraps = true, Set = "FullName Index Start End Level State Reason")]
public sealed record VideoAlert
{
    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 14)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>1 for the first alert of the file.</summary>
    public required int Index { get; init; }

    /// <summary>Start of the first worrying sequence.</summary>
    [Column(Width = 12)]
    public TimeSpan Start { get; init; }

    /// <summary>End of the last worrying sequence.</summary>
    [Column(Width = 12)]
    public TimeSpan End { get; init; }

    /// <summary>Start in seconds.</summary>
    public double StartSeconds { get; init; }

    /// <summary>End in seconds.</summary>
    public double EndSeconds { get; init; }

    /// <summary>Length in seconds.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>The highest level that was reported in it; Unknown for a stretch of which nothing is known.</summary>
    [Column(Width = 8)]
    public required AlertLevel Level { get; init; }

    /// <summary>The highest level of a single sequence in it.</summary>
    public AlertLevel PeakLevel { get; init; }

    /// <summary>The state at the first sequence of the highest level.</summary>
    [Column(Width = 8)]
    public string State { get; init; } = "";

    /// <summary>What that sequence rests on.</summary>
    [Column(Width = 20)]
    public string Reason { get; init; } = "";

    /// <summary>Sequences in it.</summary>
    public int SequenceCount { get; init; }

    /// <summary>Times in seconds of frames that show it, at most eight, as Export-VideoFrame takes them.</summary>
    public ValueList<double> FrameTimes { get; init; } = ValueList<double>.Empty;

    /// <summary>Pictures of these frames, where they were asked for.</summary>
    public ValueList<string> EvidenceFiles { get; init; } = ValueList<string>.Empty;
}
