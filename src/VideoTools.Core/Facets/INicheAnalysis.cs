namespace VideoTools;

/// <summary>Measures, groups and compares videos whose niche is known. Everything is a pure function of its input; thread-safe.</summary>
public interface INicheAnalysis
{
    /// <summary>Starts statistics at a level of the taxonomy.</summary>
    /// <param name="level">1 category, 2 subcategory, 3 micro-niche.</param>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    INicheAccumulator CreateAccumulator(int level);

    /// <summary>A template as a row of measures; its niche may be a path ("tech &gt; coding").</summary>
    VideoNiche ToNiche(VideoTemplate template);

    /// <summary>Reads a row of a CSV file that holds niches or templates.</summary>
    /// <param name="get">Gives the value of a column as text or number, null when there is none.</param>
    /// <param name="video">The row; null when the result is false.</param>
    /// <param name="problem">Which value is missing or wrong; empty when the result is true.</param>
    bool TryReadRow(Func<string, object?> get, out VideoNiche? video, out string problem);

    /// <summary>The files of a directory and of those below that <see cref="ReadFile"/> reads as templates (*_template.json), in ordinal order.</summary>
    IReadOnlyList<string> FindTemplateFiles(string directory);

    /// <summary>True for the name of a template file (*_template.json).</summary>
    bool IsTemplateFile(string path);

    /// <summary>Reads a template file with everything in it; null, and reported, when it cannot be read.</summary>
    VideoTemplate? ReadTemplate(string path, Action<VideoError> report);

    /// <summary>Reads a template file, or a CSV file (with "," ";" or tabs) of niches or templates.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="report">Takes what is wrong with the file or with a row of it; other rows are read all the same.</param>
    IReadOnlyList<VideoNiche> ReadFile(string path, Action<VideoError> report);

    /// <summary>True when a video is of a niche: its key at any level, or its path from the top, in any case.</summary>
    bool IsOf(VideoNiche video, string niche);

    /// <summary>Groups videos whose measures are alike, largest group first. Videos without any measure are left out.</summary>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    IReadOnlyList<NicheCluster> Cluster(IReadOnlyList<VideoNiche> videos, NicheClusterOptions options);

    /// <summary>The groups that a report shows when nobody named any; none of fewer than six videos.</summary>
    IReadOnlyList<NicheCluster> ClusterForReport(ReportData data);

    /// <summary>Compares two groups in every measure, in the order of the measures.</summary>
    /// <exception cref="ArgumentException">The options name no groups, an unknown column, or are out of range.</exception>
    IReadOnlyList<NicheComparison> Compare(IReadOnlyList<VideoNiche> videos, NicheComparisonOptions options);

    /// <summary>The profile of a niche; null without videos.</summary>
    /// <param name="videos">All videos.</param>
    /// <param name="niche">The niche; null for the category that most videos have. One without videos takes all and says so in IsFallback.</param>
    NicheRecommendation? Recommend(IReadOnlyList<VideoNiche> videos, string? niche);

    /// <summary>The files that <see cref="Save"/> writes.</summary>
    IReadOnlyList<string> GetOutputPaths(string directory);

    /// <summary>Writes template_insights.json and video_classifications.csv, both or none.</summary>
    /// <param name="videos">The videos, in the order of the rows.</param>
    /// <param name="statistics">The niches.</param>
    /// <param name="options">Where and how.</param>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    void Save(IReadOnlyList<VideoNiche> videos, IReadOnlyList<NicheStatistic> statistics, NicheOutputOptions options);
}
