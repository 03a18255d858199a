using VideoTools.TestMedia.Rendering;
using VideoTools.TestMedia.Scenes;

namespace VideoTools.Benchmarks.Accuracy;

/// <summary>The sets by the names that the command line knows.</summary>
internal static class AccuracySets
{
    /// <summary>What the names of the sets with the families after public reports end in.</summary>
    public const string RealKinds = ", real kinds";

    /// <summary>The committed sets.</summary>
    public static IReadOnlyList<(string Name, Func<IReadOnlyList<SceneClip>> Load)> Standard { get; } =
    [
        ("development", () => SceneSets.Development),
        ("held-out", () => SceneSets.HeldOut),
        ("films", LabelledFilms.Load),
        ("development" + RealKinds, () => SceneSets.DevelopmentKinds),
        ("held-out" + RealKinds, () => SceneSets.HeldOutKinds),
    ];

    /// <summary>The same families of clips, drawn anew with another seed: does a tuning hold where nobody looked?</summary>
    public static IReadOnlyList<SceneClip> WithSeed(ulong seed) => [.. Plans(seed).SelectMany(SceneSets.Build)];

    /// <summary>The same for the families after public reports.</summary>
    public static IReadOnlyList<SceneClip> KindsWithSeed(ulong seed) => [.. Plans(seed).SelectMany(SceneSets.BuildKinds)];

    private static SceneSetPlan[] Plans(ulong seed) =>
    [
        SceneSetPlan.Development with { Prefix = $"dev-seed{seed}", Seed = seed },
        SceneSetPlan.HeldOut with { Prefix = $"held-seed{seed}", Seed = seed + 1 },
    ];

    /// <summary>The same families, over the pictures of a folder instead of the films (private validation).</summary>
    public static IReadOnlyList<SceneClip> WithPictures(string folder, ulong seed)
    {
        ShotSource[] pictures =
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => Path.GetExtension(f).ToUpperInvariant() is ".JPG" or ".JPEG" or ".PNG" or ".WEBP")
                .Order(StringComparer.Ordinal)
                .Select(f => new PictureStill(f)),
        ];
        if (pictures.Length < 8)
        {
            throw new ArgumentException($"{folder} holds {pictures.Length} pictures; 8 are needed.", nameof(folder));
        }

        var plan = SceneSetPlan.HeldOut with { Prefix = $"pictures{seed}", Seed = seed, Films = pictures, Stills = pictures, Textures = pictures };
        return SceneSets.Build(plan);
    }
}
