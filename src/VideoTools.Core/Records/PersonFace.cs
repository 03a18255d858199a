namespace VideoTools;

/// <summary>A face and the person it is of.</summary>
[View(
    "Person=PersonId:6", "Rank:4", "Time:12", "Track=TrackId:5", "Solo=IsSolo:5", "Score=CompositeScore:5:0.00", "Sim.=Similarity:5:0.00",
    "Name", Set = "FullName PersonId Rank Time TrackId IsSolo CompositeScore Similarity")]
public sealed record PersonFace
{
    /// <summary>Absolute path of the video or picture.</summary>
    [Column(Width = 16)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>Number of the person: 1 for the one that is shown longest.</summary>
    [Column(Width = 8)]
    public required int PersonId { get; init; }

    /// <summary>1 for the best shot of the person; 0 for a face that is none of the best shots.</summary>
    [Column(Width = 4)]
    public int Rank { get; init; }

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
    public int TrackId { get; init; }

    /// <summary>1 for the largest face of its frame.</summary>
    public int FaceIndex { get; init; }

    /// <summary>Faces of that frame.</summary>
    public int FacesInFrame { get; init; }

    /// <summary>True when the face is alone in its frame, false in a group.</summary>
    [Column(Width = 6)]
    public bool IsSolo { get; init; }

    /// <summary>Left edge of the box in displayed pixels.</summary>
    public int X { get; init; }

    /// <summary>Top edge of the box.</summary>
    public int Y { get; init; }

    /// <summary>Width of the box.</summary>
    public int Width { get; init; }

    /// <summary>Height of the box.</summary>
    public int Height { get; init; }

    /// <summary>How good a picture of the person this is, 0 to 1.</summary>
    [Column(Width = 14)]
    public double CompositeScore { get; init; }

    /// <summary>Cosine between the face and the mean of the person's faces.</summary>
    [Column(Width = 10)]
    public double Similarity { get; init; }

    /// <summary>How whole the file was.</summary>
    public RecordStatus Status { get; init; }
}
