namespace VideoTools;

/// <summary>One of a group of videos that show the same, compared with the one that stands for the group.</summary>
[View(
    "Sim.=Similarity:5:0.00", "Offset=OffsetSeconds:9:0.00", "Overlap=OverlapSeconds:9:0.00", "Mirrored:8", "Duration:12", "Size:9",
    "Name", GroupBy = "Reference",
    Set = "FullName Reference Similarity OffsetSeconds OverlapSeconds Mirrored Duration")]
public sealed record SimilarVideo
{
    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 16)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>Number of the group, 1 for the group of the first video that has one.</summary>
    [Column(Width = 7)]
    public required int GroupId { get; init; }

    /// <summary>Videos of the group, at least 2.</summary>
    public int GroupSize { get; init; }

    /// <summary>
    /// The video that stands for the group, and that all others of it are like: the longest (in whole seconds), of these the one with
    /// most pixels, of these the first by path.
    /// </summary>
    [Column(Width = 16)]
    public string Reference { get; init; } = "";

    /// <summary>
    /// Share of the shorter of the two, 0 to 1, that the other one shows as well, at the same distance in time; 1 for the reference.
    /// </summary>
    [Column(Width = 10)]
    public double Similarity { get; init; }

    /// <summary>Seconds of the reference at which this video starts; below 0 when it starts before it.</summary>
    [Column(Width = 13)]
    public double OffsetSeconds { get; init; }

    /// <summary>Seconds that both run side by side.</summary>
    public double OverlapSeconds { get; init; }

    /// <summary>True when left and right are exchanged.</summary>
    [Column(Width = 8)]
    public bool Mirrored { get; init; }

    /// <summary>Length of this video.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The same in seconds.</summary>
    public double DurationSeconds { get; init; }

    /// <summary>Displayed width in pixels.</summary>
    public int Width { get; init; }

    /// <summary>Displayed height in pixels.</summary>
    public int Height { get; init; }

    /// <summary>Size of the file.</summary>
    public long Length { get; init; }

    /// <summary>How whole the file was.</summary>
    public RecordStatus Status { get; init; }
}
