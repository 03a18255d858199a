using VideoTools.Benchmarks.Faces;
using VideoTools.Engine.Features.Faces;
using VideoTools.TestMedia.Drivers;

namespace VideoTools.Benchmarks.Drivers;

/// <summary>Portraits that act: the mesh they move by is the one that the engine sees in the portrait at rest.</summary>
internal static class DriverActors
{
    /// <summary>Degrees from which on a portrait counts as turned from the camera: only its near eye is read.</summary>
    public const double Facing = 25;

    /// <summary>Whether a portrait looks into the camera as straight as that; null where its face is not found.</summary>
    public static bool? IsFacing(int portrait, int width, int height) => Face(portrait, width, height).Face is { } face
        ? Math.Abs(face.Pose!.Value.Yaw) < Facing
        : null;

    /// <summary>An actor; null where the portrait's face is not found.</summary>
    /// <param name="portrait">Which portrait.</param>
    /// <param name="width">Width of the scene.</param>
    /// <param name="height">Its height.</param>
    public static DriverActor? Of(int portrait, int width, int height)
    {
        var (scene, face) = Face(portrait, width, height);
        return face is null ? null : new DriverActor(scene.Picture, scene.Empty, [.. face.Mesh.Select(p => (p.X, p.Y, p.Z))]);
    }

    private static (DriverScene Scene, FaceFinding? Face) Face(int portrait, int width, int height)
    {
        var scene = DriverScene.Of(portrait, width, height);
        return (scene, FaceBench.Of(scene.Face, FaceBench.Find(scene.Picture, new FaceOptions { MinimumSize = 0.2 })));
    }
}
