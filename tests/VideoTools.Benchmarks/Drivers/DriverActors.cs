using System.Collections.Concurrent;
using VideoTools.Benchmarks.Faces;
using VideoTools.TestMedia.Drivers;

namespace VideoTools.Benchmarks.Drivers;

/// <summary>Portraits that act: the mesh they move by is the one that the engine sees in the portrait at rest.</summary>
internal static class DriverActors
{
    /// <summary>Degrees from which on a portrait counts as turned from the camera: only its near eye is read.</summary>
    public const double Facing = 25;

    private static readonly ConcurrentDictionary<(int Portrait, int Width, int Height), (DriverActor? Actor, bool? IsFacing)> Known = new();

    /// <summary>Whether a portrait looks into the camera as straight as that; null where its face is not found.</summary>
    public static bool? IsFacing(int portrait, int width, int height) => Get(portrait, width, height).IsFacing;

    /// <summary>An actor; null where the portrait's face is not found.</summary>
    /// <param name="portrait">Which portrait.</param>
    /// <param name="width">Width of the scene.</param>
    /// <param name="height">Its height.</param>
    public static DriverActor? Of(int portrait, int width, int height) => Get(portrait, width, height).Actor;

    /// <summary>The hand of an actor.</summary>
    public static HandPicture HandOf(int portrait) => HandPicture.All[portrait % HandPicture.All.Count];

    private static (DriverActor? Actor, bool? IsFacing) Get(int portrait, int width, int height) =>
        Known.GetOrAdd((portrait, width, height), key => Make(key.Portrait, key.Width, key.Height));

    private static (DriverActor? Actor, bool? IsFacing) Make(int portrait, int width, int height)
    {
        var scene = DriverScene.Of(portrait, width, height);
        var face = FaceBench.Of(scene.Face, FaceBench.Find(scene.Picture, new FaceOptions { MinimumSize = 0.2 }));
        return face is null ? (null, null) : (
            new DriverActor(scene.Picture, scene.Empty, [.. face.Mesh.Select(p => (p.X, p.Y, p.Z))], HandOf(portrait)),
            Math.Abs(face.Pose!.Value.Yaw) < Facing);
    }
}
