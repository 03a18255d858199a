namespace VideoTools;

/// <summary>A contact sheet that was written: chosen frames of a video in rows, with their times.</summary>
[View("Frames=FrameCount:6", "Width:5", "Height:6", "Length:9", "Name", Set = "FullName VideoPath FrameCount Width Height Length")]
public sealed record FrameSheet
{
    /// <summary>Absolute path of the sheet.</summary>
    [Column(Width = 30)]
    public required string FullName { get; init; }

    /// <summary>Its name without the directory.</summary>
    public string Name => Path.GetFileName(FullName);

    /// <summary>Absolute path of the video.</summary>
    public required string VideoPath { get; init; }

    /// <summary>The id of that video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(VideoPath);

    /// <summary>Frames on it.</summary>
    [Column(Width = 10)]
    public int FrameCount { get; init; }

    /// <summary>Width in pixels.</summary>
    [Column(Width = 5)]
    public int Width { get; init; }

    /// <summary>Height in pixels.</summary>
    [Column(Width = 6)]
    public int Height { get; init; }

    /// <summary>Size in bytes.</summary>
    [Column(Width = 9)]
    public long Length { get; init; }
}
