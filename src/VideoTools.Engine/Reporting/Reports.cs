using VideoTools.Engine.Files;
using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Reporting;

/// <summary>Says what a report needs, completes what it is given, and writes it.</summary>
internal sealed class Reports(INiches niches, IPeople people) : IReports, IDisposable
{
    // Of fewer, clusters would be single videos.
    private const int FewestToCluster = 6;

    private static readonly OutputSubject Subject = new("The report", Advice: "choose another name");

    private readonly Lock _gate = new();
    private Task<INicheClassifier>? _classifier;

    public void Check(string path, bool force) => WholeFiles.Check(Path.GetFullPath(path), force, Subject);

    public VideoRequest CreateRequest(int fileCount, bool withPictures, bool withFrames, bool withFaces, EngineOptions options)
    {
        // Its templates will have no niche; what it takes to find one loads while they are made.
        BeginClassifier();
        var parts = fileCount == 1 ? ReportParts.OfOne(withFrames, withFaces) : ReportParts.OfMany(withFaces);
        return new AnalysisRequest(withPictures ? [.. parts, ReportParts.Picture(PictureSize(fileCount))] : parts) { Engine = options };
    }

    public ReportData Complete(ReportData data, Action<VideoError> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(report);
        var templates = ReportSamples.Join(data).Where(s => !s.HasNiche).Select(s => s.Template!).ToList();
        var complete = data with { Niches = [.. data.Niches, .. Classify(templates, report, cancellationToken)] };
        return complete with
        {
            Clusters = complete.Clusters.Count > 0 ? complete.Clusters : Cluster(complete),
            People = complete.People.Count > 0 || complete.Faces.Count == 0
                ? complete.People
                : people.Group(complete.Faces, new PeopleOptions(), cancellationToken).Persons,
        };
    }

    public StillRequest CreateStillRequest(ReportData data, EngineOptions options) =>
        new() { Engine = options, LongSide = PictureSize(ReportSamples.Join(data).Count) };

    public IReadOnlyList<VideoInput> ChooseStills(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var known = data.Stills.Select(still => still.FullName).ToHashSet(StringComparer.Ordinal);
        var samples = ReportSamples.Join(data);
        return
        [
            .. StillChoice.Choose(samples, data.Clusters).Where(input => !known.Contains(input.FullName)),
            .. samples is [{ Niche.FullName: { } single }] ? DetailStills.Choose(data, single) : [],
        ];
    }

    public FileOutcome Save(ReportData data, string path, bool force)
    {
        ArgumentNullException.ThrowIfNull(data);
        Check(path, force);
        var samples = ReportSamples.Join(data);
        if (samples.Count == 0)
        {
            throw new ArgumentException("A report needs at least one video.", nameof(data));
        }

        return WholeFiles.Write(
            Subject,
            force,
            (Path.GetFullPath(path), ReportPage.Create(data.Title, ReportJson.Serialize(WithChosenStills(data, samples), samples))));
    }

    /// <summary>Waits for what is being opened, and lets go of it.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            ((IAsyncResult?)_classifier)?.AsyncWaitHandle.WaitOne();
            _classifier = null;
        }
    }

    private Task<INicheClassifier> BeginClassifier()
    {
        lock (_gate)
        {
            return _classifier ??= Task.Run(() => niches.OpenClassifier(new NicheOptions()));
        }
    }

    private static int PictureSize(int videos) => videos == 1 ? ReportParts.LargePicture : ReportParts.SmallPicture;

    // Every video has its picture where all were decoded: a page shows some.
    private static ReportData WithChosenStills(ReportData data, IReadOnlyList<ReportSample> samples)
    {
        var chosen = StillChoice.Choose(samples, data.Clusters).Select(input => input.FullName).ToHashSet(StringComparer.Ordinal);
        return data with { Stills = [.. data.Stills.Where(still => chosen.Contains(still.FullName))] };
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
            var classifier = BeginClassifier().GetAwaiter().GetResult();
            found.AddRange(templates.Select(template =>
                classifier.Classify(new NicheEvidence { Template = template }, cancellationToken)));
        }
        catch (VideoToolsException exception)
        {
            // Without the model the videos are still worth a report: as one group. It may be there the next time.
            report(exception.Error);
            Dispose();
        }

        return found;
    }

    private IReadOnlyList<NicheCluster> Cluster(ReportData data)
    {
        var samples = ReportSamples.Join(data);
        return samples.Count < FewestToCluster ? [] : niches.Cluster([.. samples.Select(s => s.Niche)], new NicheClusterOptions());
    }
}
