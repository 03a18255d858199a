namespace VideoTools.Engine.Reporting;

/// <summary>Chooses the pictures of a report and writes it.</summary>
internal sealed class Reports : IReporting
{
    // As wide as a card of the gallery; as the page of a single video shows it.
    private const int SmallStill = 320;
    private const int LargeStill = 860;

    // Squares of half the picture's height: small enough that a map of them shows where something is.
    private static readonly CropOptions Map = new() { Aspect = new AspectRatio(1, 1), Grid = 9, Scale = 0.5 };
    private static readonly CropOptions Portrait = new() { Aspect = new AspectRatio(9, 16), Grid = 9, Scale = 1 };

    /// <inheritdoc/>
    public VideoRequest CreateRequest(int fileCount, EngineOptions options) => fileCount == 1
        ? new AnalysisRequest(new TemplateOptions(), new SceneOptions(), Map, Portrait) { Engine = options }
        : new AnalysisRequest(new TemplateOptions()) { Engine = options };

    /// <inheritdoc/>
    public StillRequest CreateStillRequest(ReportData data, EngineOptions options) =>
        new() { Engine = options, LongSide = ReportSamples.Join(data).Count == 1 ? LargeStill : SmallStill };

    /// <inheritdoc/>
    public IReadOnlyList<VideoInput> ChooseStills(ReportData data) => StillChoice.Choose(ReportSamples.Join(data), data.Clusters);

    /// <inheritdoc/>
    public void Save(ReportData data, string path, bool force) => ReportWriter.Save(data, path, force);
}
