namespace VideoTools.Cli.Tests.Fakes;

/// <summary>Remembers the reports it was to write.</summary>
internal sealed class FakeReporting : IReporting
{
    public List<(ReportData Data, string Path, bool Force)> Saves { get; } = [];

    public VideoToolsException? SaveFailure { get; set; }

    public VideoRequest CreateRequest(int fileCount, EngineOptions options) => fileCount == 1
        ? new AnalysisRequest(new TemplateOptions()) { Engine = options }
        : new AnalysisRequest(new TemplateOptions()) { Engine = options };

    public IReadOnlyList<VideoInput> ChooseStills(ReportData data) =>
        [.. data.Templates.Select(template => new VideoInput(template.FullName, TimeSpan.FromSeconds(1)))];

    public StillRequest CreateStillRequest(ReportData data, EngineOptions options) => new() { Engine = options };

    public void Save(ReportData data, string path, bool force)
    {
        if (SaveFailure is not null)
        {
            throw SaveFailure;
        }

        Saves.Add((data, path, force));
    }
}
