namespace VideoTools.Engine.Features.Faces;

/// <summary>A face as the detector sees it, in pixels of the picture that was looked at.</summary>
/// <param name="Left">Left edge of the box.</param>
/// <param name="Top">Top edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Bottom edge.</param>
/// <param name="Score">How sure it is, 0 to 1.</param>
/// <param name="Points">
/// Six points: the person's right eye, left eye, tip of the nose, middle of the mouth, right ear, left ear.
/// </param>
internal sealed record FaceDetection(
    double Left, double Top, double Right, double Bottom, double Score, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>Width of the box.</summary>
    public double Width => Right - Left;

    /// <summary>Height of the box.</summary>
    public double Height => Bottom - Top;

    /// <summary>Area of the box.</summary>
    public double Area => Math.Max(0, Width) * Math.Max(0, Height);

    /// <summary>Turn of the head in the picture in radians, clockwise on the screen, by the eyes.</summary>
    public double Angle => Math.Atan2(Points[1].Y - Points[0].Y, Points[1].X - Points[0].X);

    /// <summary>Intersection over union of the boxes, 0 to 1.</summary>
    public double Overlap(FaceDetection other)
    {
        var common = Common(other);
        var union = Area + other.Area - common;
        return union > 0 ? common / union : 0;
    }

    /// <summary>Share of the smaller box that lies in the larger one, 0 to 1.</summary>
    public double ShareInside(FaceDetection other)
    {
        var smaller = Math.Min(Area, other.Area);
        return smaller > 0 ? Common(other) / smaller : 0;
    }

    /// <summary>The same face in a picture that is larger by a factor and shifted after that.</summary>
    public FaceDetection Map(double factorX, double factorY, double shiftX, double shiftY) => new(
        (Left * factorX) + shiftX, (Top * factorY) + shiftY, (Right * factorX) + shiftX, (Bottom * factorY) + shiftY, Score,
        [.. Points.Select(p => ((p.X * factorX) + shiftX, (p.Y * factorY) + shiftY))]);

    private double Common(FaceDetection other) =>
        Math.Max(0, Math.Min(Right, other.Right) - Math.Max(Left, other.Left))
        * Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top));
}
