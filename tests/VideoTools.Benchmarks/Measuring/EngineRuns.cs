using VideoTools.Engine;

namespace VideoTools.Benchmarks.Measuring;

/// <summary>Whole sessions of our engine, in this process.</summary>
internal static class EngineRuns
{
    private static readonly IVideoEngine Engine = VideoEngine.Create();

    /// <summary>Runs a request over files to its end; a failed file ends the measurement.</summary>
    public static IReadOnlyList<object> Run(VideoRequest request, params string[] files) => Run(request, _ => { }, files);

    /// <summary>The same; details go where the caller says, when the request wants them told.</summary>
    public static IReadOnlyList<object> Run(VideoRequest request, Action<string> onDetail, params string[] files)
    {
        var records = new List<object>();
        using var session = Engine.Open(request);
        foreach (var file in files)
        {
            session.Add(new VideoInput(file));
        }

        session.CompleteAdding();
        while (!session.IsFinished)
        {
            switch (session.Take(TimeSpan.FromSeconds(1)))
            {
                case RecordEvent taken:
                    records.Add(taken.Record);
                    break;
                case DetailEvent detail:
                    onDetail(detail.Message);
                    break;
                case FailureEvent failure:
                    throw new InvalidOperationException(failure.Error.Message);
            }
        }

        return records;
    }

    public static AnalysisRequest Scenes(SpeedMode speed) => new(new SceneOptions()) { Engine = Options(speed) };

    public static AnalysisRequest Crop(int grid, SpeedMode speed) => new(CropOf(grid)) { Engine = Options(speed) };

    public static AnalysisRequest Template(SpeedMode speed) => new(NoModels) { Engine = Options(speed) };

    /// <summary>Colour and light only.</summary>
    public static AnalysisRequest Visual { get; } = new(NoModels with { SkipScenes = true });

    public static AnalysisRequest Everything(SpeedMode speed) => new(new SceneOptions(), CropOf(5), NoModels) { Engine = Options(speed) };

    private static TemplateOptions NoModels => new() { SkipText = true, SkipSpeech = true };

    private static CropOptions CropOf(int grid) => new() { Aspect = new AspectRatio(9, 16), Grid = grid };

    private static EngineOptions Options(SpeedMode speed) => new() { Speed = speed };
}
