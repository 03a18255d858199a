using VideoTools.Engine.Niche.Clustering;
using VideoTools.Engine.Niche.Comparison;
using VideoTools.Engine.Niche.Input;
using VideoTools.Engine.Niche.Measures;
using VideoTools.Engine.Niche.Output;
using VideoTools.Engine.Niche.Recommendation;

namespace VideoTools.Engine.Niche;

/// <summary>Hands the calls about measured niches to the parts that answer them.</summary>
internal sealed class NicheAnalysis : INicheAnalysis
{
    // Of fewer, groups would be single videos.
    private const int FewestOfAReport = 6;

    /// <inheritdoc/>
    public INicheAccumulator CreateAccumulator(int level) => new NicheAccumulator(level);

    /// <inheritdoc/>
    public VideoNiche ToNiche(VideoTemplate template) => TemplateRow.Of(template);

    /// <inheritdoc/>
    public bool TryReadRow(Func<string, object?> get, out VideoNiche? video, out string problem) => FlatRow.TryRead(get, out video, out problem);

    /// <inheritdoc/>
    public IReadOnlyList<string> FindTemplateFiles(string directory) => NicheFiles.Find(directory);

    /// <inheritdoc/>
    public bool IsTemplateFile(string path) => NicheFiles.IsTemplate(path);

    /// <inheritdoc/>
    public VideoTemplate? ReadTemplate(string path, Action<VideoError> report) => NicheFiles.ReadTemplate(path, report);

    /// <inheritdoc/>
    public IReadOnlyList<VideoNiche> ReadFile(string path, Action<VideoError> report) => NicheFiles.Read(path, report);

    /// <inheritdoc/>
    public bool IsOf(VideoNiche video, string niche) => NichePaths.IsOf(video, niche);

    /// <inheritdoc/>
    public IReadOnlyList<NicheCluster> Cluster(IReadOnlyList<VideoNiche> videos, NicheClusterOptions options) => NicheClusterer.Cluster(videos, options);

    /// <inheritdoc/>
    public IReadOnlyList<NicheCluster> ClusterForReport(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var known = data.Niches.Select(n => n.FullName).ToHashSet(StringComparer.Ordinal);
        List<VideoNiche> videos = [.. data.Niches, .. data.Templates.Where(t => !known.Contains(t.FullName)).Select(TemplateRow.Of)];
        return videos.Count < FewestOfAReport ? [] : NicheClusterer.Cluster(videos, new NicheClusterOptions());
    }

    /// <inheritdoc/>
    public IReadOnlyList<NicheComparison> Compare(IReadOnlyList<VideoNiche> videos, NicheComparisonOptions options) =>
        NicheComparer.Compare(videos, options);

    /// <inheritdoc/>
    public NicheRecommendation? Recommend(IReadOnlyList<VideoNiche> videos, string? niche) => NicheRecommender.Recommend(videos, niche);

    /// <inheritdoc/>
    public IReadOnlyList<string> GetOutputPaths(string directory) => NicheOutput.GetPaths(directory);

    /// <inheritdoc/>
    public void Save(IReadOnlyList<VideoNiche> videos, IReadOnlyList<NicheStatistic> statistics, NicheOutputOptions options) =>
        NicheOutput.Save(videos, statistics, options);
}
