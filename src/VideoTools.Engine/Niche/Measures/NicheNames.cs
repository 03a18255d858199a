// Method: the names that the videos themselves have, keys of any level and paths from the top; those nearest to what was written come
// first, by edit distance over the longer length. Cost: O(videos) and O(names x length^2) where a name is unknown.
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Niche.Measures;

/// <summary>Names of niches that videos are of.</summary>
internal static class NicheNames
{
    private const int MostNames = 3;

    /// <summary>The error of a niche that no video is of; null where one is.</summary>
    public static VideoError? Check(string niche, IEnumerable<VideoNiche> videos)
    {
        SortedSet<string> names = new(StringComparer.Ordinal);
        foreach (var video in videos)
        {
            if (NichePaths.IsOf(video, niche))
            {
                return null;
            }

            if (video.Category is { Length: > 0 } and not VideoNiche.Unknown)
            {
                names.UnionWith(Enumerable.Range(1, NichePaths.LevelCount).Select(level => NichePaths.At(video, level)));
                names.UnionWith(new[] { video.Category, video.Subcategory, video.MicroNiche }.Where(key => !string.IsNullOrEmpty(key))!);
            }
        }

        var nearest = names.OrderBy(name => Distance(niche, name)).ThenBy(name => name, StringComparer.Ordinal).Take(MostNames).ToArray();
        return new VideoError(
            VideoErrorId.NicheUnknown,
            niche,
            nearest.Length == 0
                ? $"No video is of the niche '{niche}': none of them has a niche yet."
                : $"No video is of the niche '{niche}'. Nearest are: {string.Join(", ", nearest.Select(name => $"'{name}'"))}.",
            nearest.Length == 0
                ? "Classify the templates: Get-VideoNiche -UpdateTemplate (videotools niche --update-template)."
                : "Give one of these names.");
    }

    /// <summary>Throws where no video is of a niche.</summary>
    /// <exception cref="VideoToolsException">NicheUnknown.</exception>
    public static void Require(string? niche, IReadOnlyList<VideoNiche> videos)
    {
        // Without any video nothing can be said about names.
        if (niche is not null && videos.Count > 0 && Check(niche, videos) is { } problem)
        {
            throw new VideoToolsException(problem);
        }
    }

    // A name that goes on where the other ends is near: "codin" and "tech > coding".
    private static double Distance(string wanted, string name)
    {
        var (a, b) = (wanted.ToLowerInvariant(), name.ToLowerInvariant());
        return b.Contains(a, StringComparison.Ordinal) ? 0.1 : EditDistance.Of(a, b) / (double)Math.Max(1, Math.Max(a.Length, b.Length));
    }
}
