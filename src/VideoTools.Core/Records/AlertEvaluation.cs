namespace VideoTools;

/// <summary>How well states agree with what is known to be true of a video. A unit is a sequence, an alert is Moderate or High.</summary>
[View(
    "Units=UnitCount:6", "Unknown=UnknownCount:8", "TP=TruePositive:5", "FP=FalsePositive:5", "FN=FalseNegative:5", "TN=TrueNegative:5",
    "Precision:9:0.000", "Recall:6:0.000", "F1:5:0.000", "Periods=PeriodCount:7", "Found=DetectedPeriodCount:5",
    GroupBy = "FullName", Set = "FullName UnitCount UnknownCount Precision Recall F1 PeriodCount DetectedPeriodCount")]
public sealed record AlertEvaluation
{
    /// <summary>Absolute path of the video; "*" for all of them together.</summary>
    [Column(Width = 16)]
    public required string FullName { get; init; }

    /// <summary>Sequences in all.</summary>
    [Column(Width = 9)]
    public int UnitCount { get; init; }

    /// <summary>Sequences without a level. They count neither as right nor as wrong.</summary>
    [Column(Width = 12)]
    public int UnknownCount { get; init; }

    /// <summary>Those of them that lie in a period.</summary>
    public int UnknownInPeriodCount { get; init; }

    /// <summary>Alerts inside of periods.</summary>
    public int TruePositive { get; init; }

    /// <summary>Alerts outside of periods.</summary>
    public int FalsePositive { get; init; }

    /// <summary>Sequences of periods without an alert.</summary>
    public int FalseNegative { get; init; }

    /// <summary>Sequences outside of periods without an alert.</summary>
    public int TrueNegative { get; init; }

    /// <summary>TP / (TP + FP); null without an alert.</summary>
    [Column(Width = 9)]
    public double? Precision { get; init; }

    /// <summary>TP / (TP + FN); null where no sampled sequence lies in a period.</summary>
    [Column(Width = 6)]
    public double? Recall { get; init; }

    /// <summary>2 TP / (2 TP + FP + FN); null where that is 0 / 0.</summary>
    [Column(Width = 6)]
    public double? F1 { get; init; }

    /// <summary>(TP + TN) / all known; null where none is known.</summary>
    public double? Accuracy { get; init; }

    /// <summary>Part of the sequences that have a level.</summary>
    public double? Coverage { get; init; }

    /// <summary>Periods that hold at least one sampled frame.</summary>
    [Column(Width = 11)]
    public int PeriodCount { get; init; }

    /// <summary>Periods that no frame was sampled of: nothing can be said of them.</summary>
    public int UnsampledPeriodCount { get; init; }

    /// <summary>Periods with an alert within the time allowed after their start.</summary>
    public int DetectedPeriodCount { get; init; }

    /// <summary>Detected / periods; null without a period.</summary>
    public double? PeriodRecall { get; init; }

    /// <summary>Mean seconds from the start of a detected period to the end of the sequence that showed it.</summary>
    public double? MeanDelaySeconds { get; init; }

    /// <summary>Alerts, each a run of worrying sequences, that touch no period.</summary>
    public int FalseAlertCount { get; init; }

    /// <summary>Seconds of the sequences.</summary>
    public double SampledSeconds { get; init; }

    /// <summary>Seconds of the sequences that lie in a period.</summary>
    public double ImpairedSeconds { get; init; }
}
