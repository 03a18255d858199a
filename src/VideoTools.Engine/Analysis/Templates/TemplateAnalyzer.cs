using VideoTools.Engine.Analysis.Visual;
using VideoTools.Engine.Decoding;

namespace VideoTools.Engine.Analysis.Templates;

/// <summary>
/// Puts a scene analyzer and the visual analysis together and emits one <see cref="VideoTemplate"/> at the end. Text and speech
/// stay null: nothing analyses them yet.
/// </summary>
public sealed class TemplateAnalyzer : IAnalyzer
{
    private readonly IAnalyzer? _sceneAnalyzer;
    private readonly VisualAnalyzer _visual = new();
    private readonly List<VideoScene> _scenes = [];
    private AnalysisContext? _context;
    private long _frames;
    private long _firstPts;

    /// <summary>Composes the parts.</summary>
    /// <param name="sceneAnalyzer">Emits the <see cref="VideoScene"/> records of the video, in order; null leaves the scene columns null.</param>
    public TemplateAnalyzer(IAnalyzer? sceneAnalyzer)
    {
        _sceneAnalyzer = sceneAnalyzer;
        var needs = sceneAnalyzer?.Needs ?? _visual.Needs;
        Needs = needs with { Frames = true };
    }

    /// <inheritdoc/>
    public AnalyzerNeeds Needs { get; }

    /// <inheritdoc/>
    public void Begin(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
        _visual.Begin(context);
        _sceneAnalyzer?.Begin(new AnalysisContext(context.Info, context.From, context.To, Collect));
    }

    /// <inheritdoc/>
    public void OnFrame(VideoFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (_frames++ == 0)
        {
            _firstPts = frame.Pts;
        }

        _visual.OnFrame(frame);
        _sceneAnalyzer?.OnFrame(frame);
    }

    /// <inheritdoc/>
    public void OnStill(VideoFrame frame) => _sceneAnalyzer?.OnStill(frame);

    /// <inheritdoc/>
    public void OnAudio(AudioBlock block) => _sceneAnalyzer?.OnAudio(block);

    /// <inheritdoc/>
    public void Complete(DecodeSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        _visual.Complete(summary);
        _sceneAnalyzer?.Complete(summary);
        if (_context is not null && _visual.GetSummary() is { } visual)
        {
            _context.Emit(Build(_context.Info, visual, summary));
        }
    }

    private void Collect(object record)
    {
        if (record is VideoScene scene)
        {
            _scenes.Add(scene);
        }
    }

    private VideoTemplate Build(VideoInfo info, VisualSummary visual, DecodeSummary summary)
    {
        var length = Math.Max(0, summary.EndPts - _firstPts);
        var template = new VideoTemplate
        {
            FullName = info.FullName,
            VideoId = VideoNames.GetVideoId(info.FullName),
            FileName = Path.GetFileName(info.FullName),
            Duration = MediaTime.ToTimeSpan(length, summary.TimeBase),
            DurationSeconds = MediaTime.ToSeconds(length, summary.TimeBase),
            Width = info.Width,
            Height = info.Height,
            FramesPerSecond = info.FramesPerSecond,
            FrameCount = visual.FrameCount,
            MeanColor = visual.MeanColor,
            DominantColor = visual.DominantColor,
            DominantColorShare = visual.DominantColorShare,
            BrightnessMean = visual.BrightnessMean,
            BrightnessDeviation = visual.BrightnessDeviation,
            Motion = visual.Motion,
            DecodeErrorCount = summary.DecodeErrorCount,
            Status = summary.Status,
        };
        return _sceneAnalyzer is null ? template : WithScenes(template);
    }

    private VideoTemplate WithScenes(VideoTemplate template)
    {
        var statistics = SceneStatistics.Of(_scenes, template.DurationSeconds);
        return template with
        {
            SceneCount = statistics.Count,
            MeanSceneSeconds = statistics.MeanSeconds,
            MedianSceneSeconds = statistics.MedianSeconds,
            CutsPerMinute = statistics.CutsPerMinute,
            SceneStarts = new ValueList<double>(_scenes.Select(s => s.StartSeconds)),
        };
    }
}
