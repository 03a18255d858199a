namespace VideoTools;

/// <summary>Writes niches as files: video_classifications.csv, and with statistics template_insights.json. Thread-safe.</summary>
public interface INicheOutput
{
    /// <summary>The files that <see cref="Save"/> writes.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="hasStatistics">Whether statistics are saved, too.</param>
    IReadOnlyList<string> GetPaths(string directory, bool hasStatistics);

    /// <summary>Writes all files or none.</summary>
    /// <param name="videos">The videos, in the order of the rows.</param>
    /// <param name="statistics">The niches; null writes the videos only.</param>
    /// <param name="options">Where and how.</param>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    FileOutcome Save(IReadOnlyList<VideoNiche> videos, IReadOnlyList<NicheStatistic>? statistics, NicheOutputOptions options);
}
