using VideoTools.TestMedia.Rendering;

namespace VideoTools.TestMedia.Scenes;

/// <summary>Videos of which people themselves do not agree where a scene ends. They carry no target: what happens is reported.</summary>
public static class BorderlineClips
{
    /// <summary>What each shows, with its recipe.</summary>
    public static IReadOnlyList<(string Shows, SceneClipSpec Spec)> Recipes()
    {
        var pool = new ShotPool(4242, SceneSetPlan.Development.Films, SceneSetPlan.Development.Synthetics, SceneSetPlan.Development.Stills);
        Shot Film(int frames) => pool.Film(frames);
        var mirrored = Film(40);
        return
        [
            ("three bright and three normal frames in turn, one shot", Make("bright", [Film(90).With(new BrightFrames(0.8))])),
            ("a cut between two shots at 5 % of the light", Make("five-percent", [Film(40).Filtered(Light(0.05)), Film(40).Filtered(Light(0.05))])),
            ("the light goes from 15 % to full at once, one shot", Make("lights-on", [Film(60).Filtered(Light(0.15)) with { Effects = [new LightRamp(30, 0, 6.6)] }])),
            ("a montage of twelve shots of 4 frames", Make("montage-4", [Film(40), .. Enumerable.Range(0, 12).Select(_ => Film(4)), Film(40)])),
            ("a montage of twelve shots of 5 frames", Make("montage-5", [Film(40), .. Enumerable.Range(0, 12).Select(_ => Film(5)), Film(40)])),
            ("a shot and the same one mirrored", Make("mirrored", [mirrored, mirrored.Filtered("hflip")])),
            ("one half of a split screen is cut", Make("split", [Film(40).With(new StillHalf(0)), Film(40).With(new StillHalf(40))])),
        ];
    }

    private static SceneClipSpec Make(string name, Shot[] shots) =>
        new("borderline-" + name, shots, [.. Enumerable.Repeat(TransitionSpec.Cut, shots.Length - 1)]);

    private static string Light(double share) =>
        FormattableString.Invariant($"lutyuv=y='16+(val-16)*{share}':u='128+(val-128)*{share}':v='128+(val-128)*{share}'");
}
