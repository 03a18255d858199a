namespace VideoTools;

/// <summary>One person of one or many videos, shown by the best of its faces: FullName, Time and the box are those of that face.</summary>
[View(
    "Person=PersonId:6", "Screen=ScreenTime:12", "Faces=FaceCount:6", "Videos=VideoCount:6", "Solo=SoloShare:5:0.00",
    "Best=BestScore:5:0.00", "Time:12", "Name",
    Set = "PersonId ScreenTime FaceCount VideoCount SoloShare FullName Time BestScore")]
public sealed record VideoPerson
{
    /// <summary>Absolute path of the video or picture of the best face.</summary>
    [Column(Width = 16)]
    public required string FullName { get; init; }

    /// <summary>1 for the person that is shown longest.</summary>
    [Column(Width = 8)]
    public required int PersonId { get; init; }

    /// <summary>Time of the best face.</summary>
    [Column(Width = 12)]
    public TimeSpan Time { get; init; }

    /// <summary>The same in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Number of the frame of the best face, as Get-VideoFace counts them.</summary>
    public long Frame { get; init; }

    /// <summary>Left edge of the best face's box in displayed pixels.</summary>
    public int X { get; init; }

    /// <summary>Top edge of the box.</summary>
    public int Y { get; init; }

    /// <summary>Width of the box.</summary>
    public int Width { get; init; }

    /// <summary>Height of the box.</summary>
    public int Height { get; init; }

    /// <summary>Composite score of the best face, 0 to 1.</summary>
    [Column(Width = 9)]
    public double BestScore { get; init; }

    /// <summary>Faces of this person.</summary>
    [Column(Width = 9)]
    public int FaceCount { get; init; }

    /// <summary>Tracks (stretches in which the face was followed) of this person.</summary>
    public int TrackCount { get; init; }

    /// <summary>Videos and pictures that show this person.</summary>
    [Column(Width = 10)]
    public int VideoCount { get; init; }

    /// <summary>Time that the person is shown, all videos together, to about the interval of the faces; pictures have none.</summary>
    public TimeSpan ScreenTime { get; init; }

    /// <summary>The same in seconds.</summary>
    public double ScreenSeconds { get; init; }

    /// <summary>Share of the faces that are alone in their frame, 0 to 1.</summary>
    [Column(Width = 9)]
    public double SoloShare { get; init; }

    /// <summary>The first video, by path, that shows this person.</summary>
    public string FirstFullName { get; init; } = "";

    /// <summary>Time of the first face in it.</summary>
    public TimeSpan First { get; init; }

    /// <summary>The same in seconds.</summary>
    public double FirstSeconds { get; init; }

    /// <summary>The last video, by path, that shows this person.</summary>
    public string LastFullName { get; init; } = "";

    /// <summary>Time of the last face in it.</summary>
    public TimeSpan Last { get; init; }

    /// <summary>The same in seconds.</summary>
    public double LastSeconds { get; init; }

    /// <summary>Mean of the person's faces as numbers of length 1, to be compared like the embedding of a face.</summary>
    public ValueList<double> Embedding { get; init; } = ValueList<double>.Empty;
}
