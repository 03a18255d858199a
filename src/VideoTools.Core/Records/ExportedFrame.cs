namespace VideoTools;

/// <summary>A picture of a video that was written.</summary>
[View(
    "Time:12", "Width:5", "Height:6", "Length:9", "Name",
    Set = "FullName VideoPath Time Frame Width Height Length")]
public sealed record ExportedFrame
{
    /// <summary>Absolute path of the picture.</summary>
    [Column(Width = 24)]
    public required string FullName { get; init; }

    /// <summary>Its name without the directory.</summary>
    public string Name => Path.GetFileName(FullName);

    /// <summary>Absolute path of the video.</summary>
    public required string VideoPath { get; init; }

    /// <summary>The id of that video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(VideoPath);

    /// <summary>Number of the frame, 0 for the first frame of the file (of the range, where a range is decoded).</summary>
    [Column(Width = 7)]
    public long Frame { get; init; }

    /// <summary>PTS of the frame.</summary>
    [Column(Width = 12)]
    public TimeSpan Time { get; init; }

    /// <summary>Time in seconds, from the exact PTS.</summary>
    public double Seconds { get; init; }

    /// <summary>Number of the scene, 1 for the first; 0 where none was looked for.</summary>
    [Column(Width = 10)]
    public int SceneIndex { get; init; }

    /// <summary>Width in pixels.</summary>
    [Column(Width = 5)]
    public int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    [Column(Width = 6)]
    public int Height { get; init; }

    /// <summary>Size in bytes.</summary>
    [Column(Width = 9)]
    public long Length { get; init; }

    /// <summary>Mean brightness of the frame, 0 to 255.</summary>
    public double Brightness { get; init; }

    /// <summary>Standard deviation of brightness.</summary>
    public double Contrast { get; init; }

    /// <summary>Variance of the Laplacian at analysis size.</summary>
    public double Sharpness { get; init; }

    /// <summary>Mean change of brightness from the frame before.</summary>
    public double Activity { get; init; }

    /// <summary>0 to 1, as the selection has it.</summary>
    public double Quality { get; init; }

    /// <summary>Perceptual hash, as the selection has it.</summary>
    public string Hash { get; init; } = "";

    /// <summary>How whole the video was.</summary>
    public RecordStatus Status { get; init; }
}
