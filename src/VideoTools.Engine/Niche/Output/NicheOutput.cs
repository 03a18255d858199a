using VideoTools.Engine.Files;

namespace VideoTools.Engine.Niche.Output;

/// <summary>The two files about niches.</summary>
internal static class NicheOutput
{
    /// <summary>Name of the insights.</summary>
    public const string InsightsName = "template_insights.json";

    /// <summary>Name of the table of videos.</summary>
    public const string ClassificationsName = "video_classifications.csv";

    /// <summary>The files that <see cref="Save"/> writes.</summary>
    public static IReadOnlyList<string> GetPaths(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return [Path.GetFullPath(Path.Combine(directory, InsightsName)), GetClassificationsPath(directory)];
    }

    /// <summary>Where the table of videos goes.</summary>
    public static string GetClassificationsPath(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return Path.GetFullPath(Path.Combine(directory, ClassificationsName));
    }

    /// <summary>Writes the table of videos alone, whole or not at all.</summary>
    /// <returns>The path written.</returns>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    public static string SaveClassifications(IReadOnlyList<VideoNiche> videos, string directory, bool force)
    {
        var path = GetClassificationsPath(directory);
        FileSet.Save([(path, ClassificationWriter.Serialize(videos, null))], force);
        return path;
    }

    /// <summary>Writes both files or none.</summary>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    public static void Save(IReadOnlyList<VideoNiche> videos, IReadOnlyList<NicheStatistic> statistics, NicheOutputOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var paths = GetPaths(options.Directory);
        FileSet.Save(
            [(paths[0], InsightsWriter.Serialize(statistics)), (paths[1], ClassificationWriter.Serialize(videos, options.VideoDirectory))],
            options.Force);
    }
}
