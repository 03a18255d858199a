using VideoTools.Engine.Files;

namespace VideoTools.Engine.Niche.Output;

/// <summary>The two files about niches.</summary>
internal sealed class NicheOutput : INicheOutput
{
    public IReadOnlyList<string> GetPaths(string directory, bool hasStatistics)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        string[] names = hasStatistics ? [ModuleFiles.Insights, ModuleFiles.Classifications] : [ModuleFiles.Classifications];
        return [.. names.Select(name => Path.GetFullPath(Path.Combine(directory, name)))];
    }

    public FileOutcome Save(IReadOnlyList<VideoNiche> videos, IReadOnlyList<NicheStatistic>? statistics, NicheOutputOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var paths = GetPaths(options.Directory, statistics is not null);
        var table = (paths[^1], ClassificationWriter.Serialize(videos, options.VideoDirectory));
        return WholeFiles.Write(
            new OutputSubject(statistics is null ? "The table of niches" : "What is known about the niches"),
            options.Force,
            statistics is null ? [table] : [(paths[0], InsightsWriter.Serialize(statistics)), table]);
    }
}
