namespace VideoTools;

/// <summary>Finds the niches of videos; measures, groups and compares videos whose niche is known. Thread-safe.</summary>
public interface INiches
{
    /// <summary>Reads what niches are found and measured by.</summary>
    INicheInput Input { get; }

    /// <summary>Writes what was found.</summary>
    INicheOutput Output { get; }

    /// <summary>A classifier over a taxonomy.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="VideoToolsException">TaxonomyInvalid; ModelMissing or ModelCorrupt.</exception>
    INicheClassifier OpenClassifier(NicheOptions options);

    /// <summary>Starts statistics at a level of the taxonomy.</summary>
    /// <param name="level">1 category, 2 subcategory, 3 micro-niche.</param>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    INicheAccumulator CreateAccumulator(int level);

    /// <summary>True when a video is of a niche: its key at any level, or its path from the top, in any case.</summary>
    bool IsOf(VideoNiche video, string niche);

    /// <summary>The error of a niche that no video is of, NicheUnknown with the nearest names; null where a video is of it.</summary>
    VideoError? Check(string niche, IEnumerable<VideoNiche> videos);

    /// <summary>Groups videos whose measures are alike, largest group first. Videos without any measure are left out.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    IReadOnlyList<NicheCluster> Cluster(IReadOnlyList<VideoNiche> videos, NicheClusterOptions options);

    /// <summary>Compares two groups in every measure, in the order of the measures.</summary>
    /// <exception cref="ArgumentException">The options name no groups, an unknown column, or are out of range.</exception>
    /// <exception cref="VideoToolsException">NicheUnknown: there are videos, and none of a niche that is named.</exception>
    IReadOnlyList<NicheComparison> Compare(IReadOnlyList<VideoNiche> videos, NicheComparisonOptions options);

    /// <summary>The profile of a niche; null without videos.</summary>
    /// <param name="videos">All videos.</param>
    /// <param name="niche">The niche; null for the category that most videos have.</param>
    /// <exception cref="VideoToolsException">NicheUnknown: none of the videos is of it.</exception>
    NicheRecommendation? Recommend(IReadOnlyList<VideoNiche> videos, string? niche);
}
