namespace VideoTools;

/// <summary>One line of on-screen text for as long as it stays: the half-open range [Start, End).</summary>
[View(
    "Start:12", "End:12", "Conf.=Confidence:5:0.00", "Zone:6", "Text", GroupBy = "FullName", Wraps = true,
    Set = "FullName Start End Text Confidence Zone Status")]
public sealed record VideoText
{
    /// <summary>Absolute path of the video.</summary>
    [Column(Width = 16)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>1 for the first text of the file that went away; records come in that order.</summary>
    public required int Index { get; init; }

    /// <summary>Number of the scene that was read by itself; 0 for the whole video or another range of it.</summary>
    public int SceneIndex { get; init; }

    /// <summary>PTS of the first frame that shows it.</summary>
    [Column(Width = 12)]
    public TimeSpan Start { get; init; }

    /// <summary>PTS of the first frame that no longer shows it, or the end of the video.</summary>
    [Column(Width = 12)]
    public TimeSpan End { get; init; }

    /// <summary>End - Start.</summary>
    public TimeSpan Duration => End - Start;

    /// <summary>Start in seconds.</summary>
    public double StartSeconds { get; init; }

    /// <summary>End in seconds.</summary>
    public double EndSeconds { get; init; }

    /// <summary>What it says: the reading that most frames agree on.</summary>
    [Column(Width = 24)]
    public required string Text { get; init; }

    /// <summary>
    /// Mean probability of its characters, 0 to 1, of the best frame with this reading; at most 0.7 where the picture shows accents or
    /// signs that no reader at hand knows.
    /// </summary>
    [Column(Width = 10)]
    public double Confidence { get; init; }

    /// <summary>Left edge of the upright box around it, in displayed pixels.</summary>
    public int X { get; init; }

    /// <summary>Top edge of the box.</summary>
    public int Y { get; init; }

    /// <summary>Width of the box.</summary>
    public int Width { get; init; }

    /// <summary>Height of the box.</summary>
    public int Height { get; init; }

    /// <summary>
    /// Corners x1;y1;x2;y2;x3;y3;x4;y4 in displayed pixels: top left, top right, bottom right, bottom left, seen along the text.
    /// </summary>
    public ValueList<int> Quad { get; init; } = ValueList<int>.Empty;

    /// <summary>Third of the picture that its centre lies in.</summary>
    public TextZone Zone { get; init; }

    /// <summary>True when it moved by more than half its height.</summary>
    public bool IsMoving { get; init; }

    /// <summary>Frames it was read in.</summary>
    public int ReadCount { get; init; }

    /// <summary>Frames of the video that had been read for text when it went away.</summary>
    public int FramesRead { get; init; }

    /// <summary>What read it: PPOcr, or Tesseract where letters or signs are its reading.</summary>
    public TextEngine Engine { get; init; } = TextEngine.PPOcr;

    /// <summary>What the models ran on.</summary>
    public InferenceDevice Device { get; init; }

    /// <summary>Ok, Damaged or Truncated, as known at its end.</summary>
    public RecordStatus Status { get; init; }
}
