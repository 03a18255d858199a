namespace VideoTools.TestMedia.Scenes;

/// <summary>
/// The generated sets. Development is for tuning; HeldOut is for reporting and is never looked at while tuning. Both need the fetched films
/// (and ../shared/media for HeldOut): guard with <see cref="Needs"/>.
/// </summary>
public static class SceneSets
{
    private static readonly Lazy<IReadOnlyList<SceneClip>> LazyDevelopment = new(() => Build(SceneSetPlan.Development));
    private static readonly Lazy<IReadOnlyList<SceneClip>> LazyHeldOut = new(() => Build(SceneSetPlan.HeldOut));

    private static readonly Lazy<IReadOnlyList<SceneClip>> LazyDevelopmentKinds = new(() => BuildKinds(SceneSetPlan.Development));
    private static readonly Lazy<IReadOnlyList<SceneClip>> LazyHeldOutKinds = new(() => BuildKinds(SceneSetPlan.HeldOut));

    public static IReadOnlyList<SceneClip> Development => LazyDevelopment.Value;

    public static IReadOnlyList<SceneClip> HeldOut => LazyHeldOut.Value;

    /// <summary>What real videos broke, see <see cref="SceneSetComposer.ComposeKinds"/>: the development set's.</summary>
    public static IReadOnlyList<SceneClip> DevelopmentKinds => LazyDevelopmentKinds.Value;

    /// <summary>The same, the held-out set's.</summary>
    public static IReadOnlyList<SceneClip> HeldOutKinds => LazyHeldOutKinds.Value;

    /// <summary>Makes (or finds) every clip of a plan's kinds of real videos.</summary>
    public static IReadOnlyList<SceneClip> BuildKinds(SceneSetPlan plan) =>
        [.. new SceneSetComposer(plan).ComposeKinds().Select(SceneClipBuilder.Build)];

    /// <summary>Makes (or finds) every clip of a plan, in its order.</summary>
    public static IReadOnlyList<SceneClip> Build(SceneSetPlan plan) => [.. new SceneSetComposer(plan).Compose().Select(SceneClipBuilder.Build)];
}
