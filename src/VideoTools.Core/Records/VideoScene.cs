namespace VideoTools;

/// <summary>One scene (shot) of a video: the half-open range [Start, End).</summary>
[View(
    "Index:5", "Start:12", "End:12", "Duration:12", "Frame=StartFrame:7", "Transition:10", "Conf.=Confidence:5:0.00",
    "Status:9", GroupBy = "FullName",
    Set = "FullName Index Start End Transition Confidence Status")]
public sealed record VideoScene
{
    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 16)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>1 for the first scene of the file.</summary>
    [Column(Width = 5)]
    public required int Index { get; init; }

    /// <summary>The same number, by the name that it has on records of other cmdlets: joins them with their scene.</summary>
    public int SceneIndex => Index;

    /// <summary>PTS of the first frame.</summary>
    [Column(Width = 12)]
    public TimeSpan Start { get; init; }

    /// <summary>PTS of the first frame after the scene, or the end of the last frame of the video.</summary>
    [Column(Width = 12)]
    public TimeSpan End { get; init; }

    /// <summary>End - Start.</summary>
    public TimeSpan Duration => End - Start;

    /// <summary>Start in seconds, from the exact PTS.</summary>
    public double StartSeconds { get; init; }

    /// <summary>End in seconds, from the exact PTS.</summary>
    public double EndSeconds { get; init; }

    /// <summary>Length in seconds.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>Number of the first frame, 0 for the first frame of the file.</summary>
    public long StartFrame { get; init; }

    /// <summary>Number of the first frame after the scene: EndFrame - StartFrame is the frame count.</summary>
    public long EndFrame { get; init; }

    /// <summary>The transition that leads into this scene. A gradual one lies around Start.</summary>
    [Column(Width = 10)]
    public TransitionKind Transition { get; init; }

    /// <summary>Seconds where the transition into the scene begins; equals StartSeconds for a cut.</summary>
    public double TransitionStartSeconds { get; init; }

    /// <summary>Seconds where the transition into the scene is complete; equals StartSeconds for a cut.</summary>
    public double TransitionEndSeconds { get; init; }

    /// <summary>The detector's own measure at the transition, in its own unit; 0 for the first scene.</summary>
    public double Score { get; init; }

    /// <summary>0 to 1: how clear the transition is; 1 for the first scene.</summary>
    [Column(Width = 10)]
    public double Confidence { get; init; }

    /// <summary>The detector that decided.</summary>
    public SceneDetector Detector { get; init; }

    /// <summary>Average frame rate of the video, for exports that count frames.</summary>
    public Rational FrameRate { get; init; }

    /// <summary>Ok, Bridged, Damaged or Truncated, as known when the scene ended.</summary>
    [Column(Width = 9)]
    public RecordStatus Status { get; init; }
}
