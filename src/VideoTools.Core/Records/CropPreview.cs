namespace VideoTools;

/// <summary>A picture of crops that was written.</summary>
[View(
    "Kind:7", "Number:6", "Width:6", "Height:6", "Length:10", "Name",
    Set = "FullName VideoPath Kind Number Width Height Length")]
public sealed record CropPreview
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

    /// <summary>What the picture shows.</summary>
    [Column(Width = 8)]
    public CropPreviewKind Kind { get; init; }

    /// <summary>Number of the candidate, or of the scene of a window over time; 0 for a picture of several crops.</summary>
    [Column(Width = 6)]
    public int Number { get; init; }

    /// <summary>Number of the scene that was analysed by itself; 0 for the whole video or a range of it.</summary>
    public int SceneIndex { get; init; }

    /// <summary>Width in pixels.</summary>
    [Column(Width = 5)]
    public int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    [Column(Width = 6)]
    public int Height { get; init; }

    /// <summary>Size in bytes.</summary>
    [Column(Width = 10)]
    public long Length { get; init; }

    /// <summary>Time of the frame in seconds; of a picture of several frames that of the first.</summary>
    public double Seconds { get; init; }
}
