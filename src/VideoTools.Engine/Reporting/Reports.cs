using VideoTools.Engine.Files;

namespace VideoTools.Engine.Reporting;

/// <summary>Says what a report needs, completes what it is given, and writes it.</summary>
internal sealed class Reports(INiches niches) : IReports
{
    // As wide as a card of the gallery; as the page of a single video shows it.
    private const int SmallStill = 320;
    private const int LargeStill = 860;

    // Of fewer, clusters would be single videos.
    private const int FewestToCluster = 6;

    private static readonly OutputSubject Subject = new("The report", Advice: "choose another name");

    // Squares of half the picture's height: small enough that a map of them shows where something is.
    private static readonly CropOptions Map = new() { Aspect = new AspectRatio(1, 1), Grid = 9, Scale = 0.5 };
    private static readonly CropOptions Portrait = new() { Aspect = new AspectRatio(9, 16), Grid = 9, Scale = 1 };

    /// <inheritdoc/>
    public void Check(string path, bool force) => WholeFiles.Check(Path.GetFullPath(path), force, Subject);

    /// <inheritdoc/>
    public VideoRequest CreateRequest(int fileCount, EngineOptions options) => fileCount == 1
        ? new AnalysisRequest(new TemplateOptions(), new SceneOptions(), Map, Portrait) { Engine = options }
        : new AnalysisRequest(new TemplateOptions()) { Engine = options };

    /// <inheritdoc/>
    public ReportData Complete(ReportData data, Action<VideoError> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(report);
        var templates = ReportSamples.Join(data).Where(s => !s.HasNiche).Select(s => s.Template!).ToList();
        var complete = data with { Niches = [.. data.Niches, .. Classify(templates, report, cancellationToken)] };
        return complete with { Clusters = complete.Clusters.Count > 0 ? complete.Clusters : Cluster(complete) };
    }

    /// <inheritdoc/>
    public StillRequest CreateStillRequest(ReportData data, EngineOptions options) =>
        new() { Engine = options, LongSide = ReportSamples.Join(data).Count == 1 ? LargeStill : SmallStill };

    /// <inheritdoc/>
    public IReadOnlyList<VideoInput> ChooseStills(ReportData data) => StillChoice.Choose(ReportSamples.Join(data), data.Clusters);

    /// <inheritdoc/>
    public void Save(ReportData data, string path, bool force)
    {
        ArgumentNullException.ThrowIfNull(data);
        Check(path, force);
        var samples = ReportSamples.Join(data);
        if (samples.Count == 0)
        {
            throw new ArgumentException("A report needs at least one video.", nameof(data));
        }

        WholeFiles.Write(Subject, force, (Path.GetFullPath(path), ReportPage.Create(data.Title, ReportJson.Serialize(data, samples))));
    }

    private List<VideoNiche> Classify(List<VideoTemplate> templates, Action<VideoError> report, CancellationToken cancellationToken)
    {
        var found = new List<VideoNiche>();
        if (templates.Count == 0)
        {
            return found;
        }

        try
        {
            using var classifier = niches.OpenClassifier(new NicheOptions());
            found.AddRange(templates.Select(template => classifier.Classify(new NicheEvidence { Template = template }, cancellationToken)));
        }
        catch (VideoToolsException exception)
        {
            // Without the model the videos are still worth a report: as one group.
            report(exception.Error);
        }

        return found;
    }

    private IReadOnlyList<NicheCluster> Cluster(ReportData data)
    {
        var samples = ReportSamples.Join(data);
        return samples.Count < FewestToCluster ? [] : niches.Cluster([.. samples.Select(s => s.Niche)], new NicheClusterOptions());
    }
}
