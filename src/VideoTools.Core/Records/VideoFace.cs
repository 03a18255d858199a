namespace VideoTools;

/// <summary>One face in one picture: of a video at one moment, or of a picture file.</summary>
[View(
    "Time:12", "Scene=SceneIndex:5", "Track=TrackId:5", "X:5", "Y:5", "Width:5", "Height:6", "Score=DetectionScore:5:0.00",
    "Expression:10", "Composite=CompositeScore:9:0.00", GroupBy = "FullName",
    Set = "FullName Time TrackId X Y Width Height DetectionScore Expression CompositeScore Status")]
public sealed record VideoFace
{
    /// <summary>Absolute path of the video or picture.</summary>
    [Column(Width = 16)]
    public required string FullName { get; init; }

    /// <summary>The id of the video, as in its template: joins the records of one video.</summary>
    public string VideoId => VideoNames.GetVideoId(FullName);

    /// <summary>PTS of the frame; zero for a picture file.</summary>
    [Column(Width = 12)]
    public TimeSpan Time { get; init; }

    /// <summary>Time in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Number of the frame among those of the analysed range, from 0.</summary>
    public long Frame { get; init; }

    /// <summary>Number of the scene that the frame lies in, from 1; 1 for a picture file.</summary>
    public int SceneIndex { get; init; }

    /// <summary>1 for the largest face of its frame.</summary>
    public int FaceIndex { get; init; }

    /// <summary>Faces of that frame.</summary>
    public int FacesInFrame { get; init; }

    /// <summary>The same number for the same face as it is followed through its scene, from 1; unique in the file.</summary>
    [Column(Width = 7)]
    public required int TrackId { get; init; }

    /// <summary>Left edge of the face's box in displayed pixels.</summary>
    [Column(Width = 6)]
    public int X { get; init; }

    /// <summary>Top edge of the box.</summary>
    [Column(Width = 6)]
    public int Y { get; init; }

    /// <summary>Width of the box.</summary>
    [Column(Width = 6)]
    public int Width { get; init; }

    /// <summary>Height of the box.</summary>
    [Column(Width = 6)]
    public int Height { get; init; }

    /// <summary>Displayed width of the whole picture.</summary>
    public int PictureWidth { get; init; }

    /// <summary>Displayed height of the whole picture.</summary>
    public int PictureHeight { get; init; }

    /// <summary>
    /// Six points x1;y1; ... x6;y6 in displayed pixels: the eye on the left of the picture, the eye on its right (as an upright face
    /// shows them), tip of the nose, middle of the mouth, the two ears in the order of the eyes.
    /// </summary>
    public ValueList<double> Landmarks { get; init; } = ValueList<double>.Empty;

    /// <summary>How sure the detector is, 0 to 1.</summary>
    public double DetectionScore { get; init; }

    /// <summary>How sure the mesh of points is that there is a face, 0 to 1; null without the model.</summary>
    public double? MeshScore { get; init; }

    /// <summary>Variance of the Laplacian of the face's luma, scaled to 112 pixels wide; above 100 is sharp.</summary>
    public double Sharpness { get; init; }

    /// <summary>Standard deviation of the face's luma, 0 to 127.</summary>
    public double Contrast { get; init; }

    /// <summary>Mean of the face's luma, 0 to 255.</summary>
    public double Brightness { get; init; }

    /// <summary>
    /// How far the person's left eye (on the right of an upright picture) is open, 0 (closed) to 1; null where it cannot be seen.
    /// </summary>
    public double? LeftEyeOpen { get; init; }

    /// <summary>How far the person's right eye is open.</summary>
    public double? RightEyeOpen { get; init; }

    /// <summary>How far the mouth is open, 0 (closed) to 1; null without the mesh.</summary>
    public double? MouthOpen { get; init; }

    /// <summary>What the face expresses; null without the model.</summary>
    public FaceExpression? Expression { get; init; }

    /// <summary>Probability of that expression, 0 to 1.</summary>
    public double? ExpressionScore { get; init; }

    /// <summary>Turn to the side in degrees, positive to the right of the picture; null without the mesh.</summary>
    public double? Yaw { get; init; }

    /// <summary>Nod in degrees, positive when the face looks up.</summary>
    public double? Pitch { get; init; }

    /// <summary>Tilt in the plane of the picture in degrees, positive clockwise.</summary>
    public double Roll { get; init; }

    /// <summary>How straight the face looks into the camera, 0 (profile) to 1.</summary>
    public double Frontality { get; init; }

    /// <summary>How well its size serves a picture: 1 from 10 to 40 % of the area, less below and above.</summary>
    public double SizeScore { get; init; }

    /// <summary>How well its place serves a picture, 0 to 1: neither dead centre nor cut by an edge.</summary>
    public double PositionScore { get; init; }

    /// <summary>Mean of DetectionScore, Frontality and PositionScore.</summary>
    public double Quality { get; init; }

    /// <summary>Mean openness of the eyes that can be seen, 0 to 1; null without the mesh.</summary>
    public double? EyesOpen { get; init; }

    /// <summary>
    /// How good a picture of the person this is, 0 to 1: sharpness 0.18, size 0.10, quality 0.27, eyes 0.45 (shared out among the others
    /// where it is not known); x 0.7 with closed eyes, x 0.8 with an open mouth, x 0.85 with an unfriendly expression.
    /// </summary>
    [Column(Width = 14)]
    public double CompositeScore { get; init; }

    /// <summary>
    /// 128 numbers of length 1 that are near each other for pictures of the same person: their dot product is the cosine. Empty without
    /// the model.
    /// </summary>
    public ValueList<double> Embedding { get; init; } = ValueList<double>.Empty;

    /// <summary>What the models ran on.</summary>
    public InferenceDevice Device { get; init; }

    /// <summary>Ok, Damaged or Truncated, as known then.</summary>
    public RecordStatus Status { get; init; }
}
