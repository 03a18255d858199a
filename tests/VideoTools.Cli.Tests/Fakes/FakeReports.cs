namespace VideoTools.Cli.Tests.Fakes;

/// <summary>Remembers the reports it was to write.</summary>
internal sealed class FakeReports : IReports
{
    public List<(ReportData Data, string Path, bool Force)> Saves { get; } = [];

    public VideoToolsException? SaveFailure { get; set; }

    public VideoError? ClassifierFailure { get; set; }

    public void Check(string path, bool force)
    {
        if (File.Exists(path) && !force)
        {
            throw new VideoToolsException(VideoErrorId.OutputExists, path, $"'{path}' exists.", "Use --force.");
        }
    }

    public VideoRequest CreateRequest(int fileCount, bool withPictures, bool withFrames, bool withFaces, EngineOptions options) =>
        new AnalysisRequest(new TemplateOptions()) { Engine = options };

    public ReportData Complete(ReportData data, Action<VideoError> report, CancellationToken cancellationToken)
    {
        if (ClassifierFailure is not null)
        {
            report(ClassifierFailure);
            return data;
        }

        return data with { Niches = [.. data.Templates.Select(t => new VideoNiche { VideoId = t.VideoId, FullName = t.FullName, Category = "tech" })] };
    }

    public IReadOnlyList<VideoInput> ChooseStills(ReportData data) =>
        [.. data.Templates.Select(template => new VideoInput(template.FullName, TimeSpan.FromSeconds(1)))];

    public StillRequest CreateStillRequest(ReportData data, EngineOptions options) => new() { Engine = options };

    public FileOutcome Save(ReportData data, string path, bool force)
    {
        if (SaveFailure is not null)
        {
            throw SaveFailure;
        }

        Saves.Add((data, path, force));
        return FileOutcome.Written;
    }
}
