using System.Diagnostics;
using System.Globalization;
using VideoTools.TestMedia.Scenes;

namespace VideoTools.Benchmarks.Commands;

/// <summary>Makes the generated sets and lists them: what is in each clip, and where.</summary>
internal sealed class MediaCommand : ICommand
{
    public string Summary => "make the generated scene sets and list them (--truth: every transition)";

    public int Run(IReadOnlyList<string> arguments)
    {
        var culture = CultureInfo.InvariantCulture;
        foreach (var plan in new[] { SceneSetPlan.Development, SceneSetPlan.HeldOut })
        {
            var watch = Stopwatch.StartNew();
            var cuts = 0;
            var gradual = 0;
            foreach (var clip in new SceneSetComposer(plan).Compose().Select(SceneClipBuilder.Build))
            {
                var clipCuts = clip.Transitions.Count(t => t.IsCut);
                cuts += clipCuts;
                gradual += clip.Transitions.Count - clipCuts;
                Console.WriteLine(string.Create(
                    culture,
                    $"{clip.Name,-28} {clip.FrameCount,5} frames {clip.FrameRate,-12} {clipCuts,3} cuts {clip.Transitions.Count - clipCuts,3} gradual  {clip.Path}"));
                foreach (var transition in arguments.Contains("--truth") ? clip.Transitions : [])
                {
                    Console.WriteLine("    " + transition);
                }
            }

            Console.WriteLine(string.Create(culture, $"{plan.Prefix}: {cuts} cuts, {gradual} gradual, {watch.Elapsed.TotalSeconds:0.0} s"));
        }

        return 0;
    }
}
