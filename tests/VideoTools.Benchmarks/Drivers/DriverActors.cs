using VideoTools.Benchmarks.Faces;
using VideoTools.TestMedia.Drivers;

namespace VideoTools.Benchmarks.Drivers;

/// <summary>Portraits that act: the mesh they move by is the one that the engine sees in the portrait at rest.</summary>
internal static class DriverActors
{
    /// <summary>An actor; null where the portrait's face is not found.</summary>
    /// <param name="portrait">Which portrait.</param>
    /// <param name="width">Width of the scene.</param>
    /// <param name="height">Its height.</param>
    public static DriverActor? Of(int portrait, int width, int height)
    {
        var scene = DriverScene.Of(portrait, width, height);
        var face = FaceBench.Of(scene.Face, FaceBench.Find(scene.Picture, new FaceOptions { MinimumSize = 0.2 }));
        return face is null ? null : new DriverActor(scene.Picture, scene.Empty, [.. face.Mesh.Select(p => (p.X, p.Y, p.Z))]);
    }
}
