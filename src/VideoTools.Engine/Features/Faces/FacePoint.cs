namespace VideoTools.Engine.Features.Faces;

/// <summary>A point of a face in space: pixels of the picture to the right, downwards, and away from the camera.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
/// <param name="Z">Away from the camera.</param>
internal readonly record struct FacePoint(double X, double Y, double Z)
{
    /// <summary>Distance in space.</summary>
    public double DistanceTo(FacePoint other) => (this - other).Length;

    /// <summary>Distance from the origin.</summary>
    public double Length => Math.Sqrt(Dot(this));

    /// <summary>Scalar product.</summary>
    public double Dot(FacePoint other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    /// <summary>Vector product.</summary>
    public FacePoint Cross(FacePoint other) =>
        new((Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));

    /// <summary>The same direction with length 1.</summary>
    public FacePoint Unit() => Length is > 0 and var length ? this * (1 / length) : this;

    public static FacePoint operator +(FacePoint a, FacePoint b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static FacePoint operator -(FacePoint a, FacePoint b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static FacePoint operator *(FacePoint a, double factor) => new(a.X * factor, a.Y * factor, a.Z * factor);
}
