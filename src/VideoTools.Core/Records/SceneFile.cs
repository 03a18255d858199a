namespace VideoTools;

/// <summary>A file of scenes that was written.</summary>
[View("Format:10", "Scenes=SceneCount:6", "Length:10", "Name", Set = "FullName VideoPath Format SceneCount Length")]
public sealed record SceneFile
{
    /// <summary>Absolute path of the file.</summary>
    [Column(Width = 24)]
    public required string FullName { get; init; }

    /// <summary>Its name without the directory.</summary>
    public string Name => Path.GetFileName(FullName);

    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 16)]
    public required string VideoPath { get; init; }

    /// <summary>The id of that video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(VideoPath);

    /// <summary>What it is.</summary>
    [Column(Width = 10)]
    public SceneExportFormat Format { get; init; }

    /// <summary>Scenes in it.</summary>
    [Column(Width = 10)]
    public int SceneCount { get; init; }

    /// <summary>Size in bytes.</summary>
    [Column(Width = 10)]
    public long Length { get; init; }
}
