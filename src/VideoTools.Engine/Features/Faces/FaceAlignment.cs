// Method: the similarity (Umeyama) that takes a face's points nearest to where ArcFace and SFace were trained to have them (J. Deng et
// al., "ArcFace", CVPR 2019: two eyes, nose, two corners of the mouth in 112 x 112). Without a mesh the mouth has one point, its
// middle.
// Units: pixels. Cost: nothing to speak of.
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.Faces;

/// <summary>Brings faces into the position that the identity model knows.</summary>
internal static class FaceAlignment
{
    /// <summary>Side of the aligned picture.</summary>
    public const int Side = 112;

    private static readonly (double X, double Y)[] Five =
        [(38.2946, 51.6963), (73.5318, 51.5014), (56.0252, 71.7366), (41.5493, 92.3655), (70.7299, 92.2041)];

    private static readonly (double X, double Y)[] Four =
        [Five[0], Five[1], Five[2], ((Five[3].X + Five[4].X) / 2, (Five[3].Y + Five[4].Y) / 2)];

    /// <summary>Takes the aligned picture's coordinates to those of the picture.</summary>
    /// <param name="mesh">The face's 468 points.</param>
    public static Similarity Of(IReadOnlyList<FacePoint> mesh) => Similarity.Fit(
        Five,
        [
            Middle(mesh, FaceMeshPoints.RightEyeOuter, FaceMeshPoints.RightEyeInner),
            Middle(mesh, FaceMeshPoints.LeftEyeOuter, FaceMeshPoints.LeftEyeInner),
            (mesh[FaceMeshPoints.NoseTip].X, mesh[FaceMeshPoints.NoseTip].Y),
            (mesh[FaceMeshPoints.MouthRight].X, mesh[FaceMeshPoints.MouthRight].Y),
            (mesh[FaceMeshPoints.MouthLeft].X, mesh[FaceMeshPoints.MouthLeft].Y),
        ]);

    /// <summary>The same by the points of the detector.</summary>
    public static Similarity Of(FaceDetection face) =>
        Similarity.Fit(Four, [face.Points[0], face.Points[1], face.Points[2], face.Points[3]]);

    private static (double X, double Y) Middle(IReadOnlyList<FacePoint> mesh, int a, int b) =>
        ((mesh[a].X + mesh[b].X) / 2, (mesh[a].Y + mesh[b].Y) / 2);
}
