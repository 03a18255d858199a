namespace VideoTools;

/// <summary>One frame that was chosen from a video.</summary>
[View(
    "Index:5", "Time:12", "Frame:7", "Scene=SceneIndex:5", "Bright=Brightness:6:0.0", "Contr.=Contrast:6:0.0", "Sharp=Sharpness:7:0",
    "Activity:8:0.0", "Quality:7:0.00", GroupBy = "FullName",
    Set = "FullName Index Time Frame SceneIndex Quality")]
public sealed record SelectedFrame
{
    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 16)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>1 for the first chosen frame, in order of time.</summary>
    [Column(Width = 5)]
    public int Index { get; init; }

    /// <summary>Number of the frame, 0 for the first frame of the file (of the range, where a range is decoded).</summary>
    [Column(Width = 7)]
    public long Frame { get; init; }

    /// <summary>PTS of the frame.</summary>
    [Column(Width = 12)]
    public TimeSpan Time { get; init; }

    /// <summary>Time in seconds, from the exact PTS.</summary>
    [Column(Presence = ColumnPresence.Required)]
    public double Seconds { get; init; }

    /// <summary>Number of the scene, 1 for the first; 0 in modes that look for none.</summary>
    [Column(Width = 10)]
    public int SceneIndex { get; init; }

    /// <summary>Mean brightness, 0 (black) to 255 (white).</summary>
    public double Brightness { get; init; }

    /// <summary>Standard deviation of brightness.</summary>
    public double Contrast { get; init; }

    /// <summary>Variance of the Laplacian of brightness at analysis size (320 pixels on the long side): low for a blurred frame.</summary>
    [Column(Width = 9)]
    public double Sharpness { get; init; }

    /// <summary>Mean change of brightness from the frame before, 0 to 255; 0 across a cut.</summary>
    public double Activity { get; init; }

    /// <summary>0 to 1: sharp, with contrast, well exposed, and without movement that smears.</summary>
    [Column(Width = 7)]
    public double Quality { get; init; }

    /// <summary>Perceptual hash of the picture, 16 hexadecimal digits: few bits differ between pictures that look alike.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Width of the video as it is shown.</summary>
    public int Width { get; init; }

    /// <summary>Height of the video as it is shown.</summary>
    public int Height { get; init; }

    /// <summary>Frames that were looked at when this one was chosen; in Diverse all that could be decoded.</summary>
    public long FramesSeen { get; init; }

    /// <summary>How whole the input was, as known when the frame was chosen.</summary>
    public RecordStatus Status { get; init; }
}
