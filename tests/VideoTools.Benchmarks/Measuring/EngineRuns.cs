using VideoTools.Engine;

namespace VideoTools.Benchmarks.Measuring;

/// <summary>Whole sessions of our engine, in this process.</summary>
internal static class EngineRuns
{
    private static readonly IVideoEngine Engine = VideoEngine.Create();

    /// <summary>Runs a request over files to its end; a failed file ends the measurement.</summary>
    public static IReadOnlyList<object> Run(VideoRequest request, params string[] files)
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
                case FailureEvent failure:
                    throw new InvalidOperationException(failure.Error.Message);
            }
        }

        return records;
    }

    public static SceneRequest Scenes(SpeedMode speed) => new() { Engine = Options(speed) };

    public static CropRequest Crop(int grid, SpeedMode speed) =>
        new() { Engine = Options(speed), Crop = new CropOptions { Aspect = new AspectRatio(9, 16), Grid = grid } };

    public static TemplateRequest Template(SpeedMode speed) =>
        new() { Engine = Options(speed), Template = new TemplateOptions { SkipText = true, SkipSpeech = true } };

    /// <summary>Colour and light only.</summary>
    public static TemplateRequest Visual { get; } =
        new() { Template = new TemplateOptions { SkipScenes = true, SkipText = true, SkipSpeech = true } };

    public static CompositeRequest Everything(SpeedMode speed) =>
        new() { Engine = Options(speed), Parts = [Scenes(speed), Crop(5, speed), Template(speed)] };

    private static EngineOptions Options(SpeedMode speed) => new() { Speed = speed };
}
