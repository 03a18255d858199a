namespace VideoTools;

/// <summary>A face, compared with faces of reference pictures.</summary>
[View(
    "Time:12", "Track=TrackId:5", "X:5", "Y:5", "Width:5", "Height:6", "Sim.=Similarity:5:0.00", "Match=IsMatch:5", "Reference",
    GroupBy = "FullName", Set = "FullName Time TrackId Similarity IsMatch ReferencePath")]
public sealed record FaceMatch
{
    /// <summary>Absolute path of the video or picture.</summary>
    [Column(Width = 16)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>PTS of the frame; zero for a picture file.</summary>
    [Column(Width = 12)]
    public TimeSpan Time { get; init; }

    /// <summary>The same in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Number of the frame, as Get-VideoFace counts them.</summary>
    public long Frame { get; init; }

    /// <summary>Number of the scene.</summary>
    public int SceneIndex { get; init; }

    /// <summary>Number of the track in its file.</summary>
    [Column(Width = 7)]
    public int TrackId { get; init; }

    /// <summary>1 for the largest face of its frame.</summary>
    public int FaceIndex { get; init; }

    /// <summary>Faces of that frame.</summary>
    public int FacesInFrame { get; init; }

    /// <summary>Left edge of the box in displayed pixels.</summary>
    public int X { get; init; }

    /// <summary>Top edge of the box.</summary>
    public int Y { get; init; }

    /// <summary>Width of the box.</summary>
    public int Width { get; init; }

    /// <summary>Height of the box.</summary>
    public int Height { get; init; }

    /// <summary>How good a picture of the person this is, 0 to 1.</summary>
    public double CompositeScore { get; init; }

    /// <summary>The reference picture whose face is most alike.</summary>
    [Column(Width = 16)]
    public required string ReferencePath { get; init; }

    /// <summary>Cosine between the two faces, -1 to 1.</summary>
    [Column(Width = 10)]
    public double Similarity { get; init; }

    /// <summary>True when the cosine reaches the threshold.</summary>
    [Column(Width = 7)]
    public bool IsMatch { get; init; }

    /// <summary>How whole the file was.</summary>
    public RecordStatus Status { get; init; }
}
