namespace VideoTools;

/// <summary>A file that a command writes about a video or several.</summary>
[View("Outcome:9", "Name:30", "VideoPath", Set = "FullName VideoPath Outcome Length")]
public sealed record SavedFile
{
    /// <summary>Absolute path of the file.</summary>
    [Column(Width = 30)]
    public required string FullName { get; init; }

    /// <summary>Its name.</summary>
    public string Name => Path.GetFileName(FullName);

    /// <summary>The video that it is about; null where it is about several.</summary>
    [Column(Width = 30)]
    public string? VideoPath { get; init; }

    /// <summary>The id of that video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(VideoPath);

    /// <summary>Whether it was written, or held the same already.</summary>
    [Column(Width = 9)]
    public FileOutcome Outcome { get; init; }

    /// <summary>Bytes of the file.</summary>
    public long Length { get; init; }
}
