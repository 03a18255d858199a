namespace VideoTools;

/// <summary>A video that was written.</summary>
[View(
    "Name", "Width:5", "Height:6", "Duration:12", "Length:10", "Encoder:10", "Speed:5:0.0", "Mode:8",
    Set = "FullName VideoPath Width Height Duration Length Encoder Speed Mode")]
public sealed record ExportedVideo
{
    /// <summary>Absolute path of the new video.</summary>
    [Column(Width = 20)]
    public required string FullName { get; init; }

    /// <summary>Its name without the directory.</summary>
    public string Name => Path.GetFileName(FullName);

    /// <summary>Absolute path of the video that it was made of.</summary>
    public required string VideoPath { get; init; }

    /// <summary>The id of that video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(VideoPath);

    /// <summary>Width in pixels.</summary>
    [Column(Width = 5)]
    public int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    [Column(Width = 6)]
    public int Height { get; init; }

    /// <summary>Length in time.</summary>
    [Column(Width = 12)]
    public TimeSpan Duration { get; init; }

    /// <summary>Size in bytes.</summary>
    [Column(Width = 10)]
    public long Length { get; init; }

    /// <summary>The encoder that made it; "copy" where nothing was encoded.</summary>
    [Column(Width = 10)]
    public string Encoder { get; init; } = "";

    /// <summary>Seconds of video written a second.</summary>
    [Column(Width = 6)]
    public double Speed { get; init; }

    /// <summary>How the crop behaves; the most frequent one where scenes differ.</summary>
    public CropMode Mode { get; init; }

    /// <summary>Number of windows.</summary>
    public int ShotCount { get; init; }

    /// <summary>Number of the scene that it holds; 0 for the whole video.</summary>
    public int SceneIndex { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }
}
