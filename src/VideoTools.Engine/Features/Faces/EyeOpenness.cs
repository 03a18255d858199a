// Method: the eye aspect ratio (T. Soukupova and J. Cech, "Real-time eye blink detection using facial landmarks", CVWW 2016): mean
// distance of upper and lower lid over the width of the eye, here at five places along the lids. A turn of the head shortens the
// width, a nod the height; both are taken out with the pose. The ratio becomes 0 (closed) to 1 (open) on a line whose ends were set by
// pictures of open eyes and of the same eyes closed by warping (docs/accuracy-faces.md).
// Units: 0..1. Cost: nothing to speak of.
namespace VideoTools.Engine.Features.Faces;

/// <summary>How far an eye is open.</summary>
internal static class EyeOpenness
{
    /// <summary>Ratio of a closed eye.</summary>
    public const double ClosedRatio = 0.14;

    /// <summary>Ratio of an eye that is well open.</summary>
    public const double OpenRatio = 0.30;

    /// <summary>The far eye is hidden by the nose from this turn on, in degrees.</summary>
    public const double HiddenYaw = 50;

    /// <summary>The ratio as openness.</summary>
    public static double Of(double ratio) => Math.Clamp((ratio - ClosedRatio) / (OpenRatio - ClosedRatio), 0, 1);

    /// <summary>The aspect ratio of an eye as if it were seen from the front.</summary>
    /// <param name="outer">Its outer end.</param>
    /// <param name="inner">Its inner end.</param>
    /// <param name="upper">Points of the upper lid.</param>
    /// <param name="lower">The points below them.</param>
    /// <param name="pose">Where the face looks.</param>
    public static double Ratio(
        FacePoint outer, FacePoint inner, ReadOnlySpan<FacePoint> upper, ReadOnlySpan<FacePoint> lower, HeadPose pose)
    {
        double height = 0;
        for (var i = 0; i < upper.Length; i++)
        {
            height += Distance(upper[i], lower[i]);
        }

        var width = Distance(outer, inner);
        if (width <= 0 || upper.Length == 0)
        {
            return 0;
        }

        var narrowed = Math.Max(0.5, Math.Cos(pose.Yaw * Math.PI / 180));
        var flattened = Math.Max(0.7, Math.Cos(pose.Pitch * Math.PI / 180));
        return height / upper.Length / width * narrowed / flattened;
    }

    private static double Distance(FacePoint a, FacePoint b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));
}
