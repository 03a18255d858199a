using System.Globalization;
using System.Text;
using VideoTools.TestMedia.Scenes;

namespace VideoTools.Benchmarks.Accuracy;

/// <summary>What the default detector does with videos of which people do not agree.</summary>
internal static class Borderline
{
    /// <summary>One row a clip: what it shows, how many cuts its recipe has, what is found.</summary>
    public static string Table(ISceneFinder finder)
    {
        var text = new StringBuilder("| what is shown | cuts in the recipe | found |\n|---|---|---|\n");
        foreach (var (shows, spec) in BorderlineClips.Recipes())
        {
            var clip = SceneClipBuilder.Build(spec);
            var found = finder.Find(clip).First(f => f.Detector == default(SceneDetector).ToString()).Found;
            var kinds = found.GroupBy(f => f.Kind).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {g.Key}"));
            text.Append(CultureInfo.InvariantCulture, $"| {shows} | {clip.Transitions.Count} ")
                .Append(CultureInfo.InvariantCulture, $"| {(found.Count == 0 ? "nothing" : string.Join(", ", kinds))} |\n");
        }

        return text.Append('\n').ToString();
    }
}
