// Method: distance of the lips' inner edges over their width, as seen from the front. 0 with closed lips, 1 from FullRatio on (a yawn).
// Units: 0..1. Cost: nothing to speak of.
namespace VideoTools.Engine.Features.Faces;

/// <summary>How far a mouth is open.</summary>
internal static class MouthOpenness
{
    /// <summary>Ratio of a mouth that is wide open.</summary>
    public const double FullRatio = 0.7;

    /// <summary>The openness of a mesh's mouth.</summary>
    public static double Of(IReadOnlyList<FacePoint> mesh)
    {
        // In space: so a turn of the head changes nothing.
        var width = mesh[FaceMeshPoints.InnerMouthRight].DistanceTo(mesh[FaceMeshPoints.InnerMouthLeft]);
        var height = mesh[FaceMeshPoints.UpperLip].DistanceTo(mesh[FaceMeshPoints.LowerLip]);
        return width <= 0 ? 0 : Math.Clamp(height / width / FullRatio, 0, 1);
    }
}
