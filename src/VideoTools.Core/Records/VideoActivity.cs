namespace VideoTools;

/// <summary>How much happens in one scene or segment of a video.</summary>
[View(
    "Index:5", "Start:12", "End:12", "Activity:9:0.00", "Metric:10", "Silent=SilentShare:6:0.00", "Dull=IsDull:5", "Speed:5:0.00",
    GroupBy = "FullName", Set = "FullName Index Start End Activity Metric SilentShare IsDull Speed")]
public sealed record VideoActivity
{
    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 16)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>1 for the first scene or segment.</summary>
    [Column(Width = 5)]
    public required int Index { get; init; }

    /// <summary>Number of the scene, 0 for a segment of fixed length.</summary>
    public int SceneIndex { get; init; }

    /// <summary>PTS of the first frame.</summary>
    [Column(Width = 12)]
    public TimeSpan Start { get; init; }

    /// <summary>PTS of the first frame after it.</summary>
    public TimeSpan End { get; init; }

    /// <summary>Start in seconds.</summary>
    public double StartSeconds { get; init; }

    /// <summary>End in seconds.</summary>
    public double EndSeconds { get; init; }

    /// <summary>Length in seconds.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>Number of the first frame, 0 for the first frame of the file.</summary>
    public long StartFrame { get; init; }

    /// <summary>Number of the first frame after it: EndFrame - StartFrame is the frame count.</summary>
    public long EndFrame { get; init; }

    /// <summary>
    /// The measure of the strategy over the whole picture, a mean over the frames, in luma levels: of change from frame to frame (Motion,
    /// 0 to 255), of deviation around each pixel (Detail, 0 to 127.5), of gradient (Edges, 0 to 181).
    /// </summary>
    [Column(Width = 9)]
    public double Activity { get; init; }

    /// <summary>Which measure Activity is: Motion, Detail or Edges.</summary>
    [Column(Width = 8)]
    public string Metric { get; init; } = "";

    /// <summary>
    /// Part of the time in which nothing is heard, 0 to 1, by a threshold that follows the recording; null without sound.
    /// </summary>
    [Column(Width = 11)]
    public double? SilentShare { get; init; }

    /// <summary>
    /// Loudness in dB of full scale (RMS of the mono mix, 0 for a full-scale square wave); null without sound or where all samples are 0.
    /// </summary>
    public double? LoudnessDb { get; init; }

    /// <summary>True where little happens, by the options.</summary>
    [Column(Width = 6)]
    public bool IsDull { get; init; }

    /// <summary>Speed to play it at: 1 where it is not dull.</summary>
    [Column(Width = 5)]
    public double Speed { get; init; } = 1;

    /// <summary>How whole the input was.</summary>
    public RecordStatus Status { get; init; }
}
