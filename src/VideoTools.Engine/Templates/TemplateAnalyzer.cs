using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Features.Visual;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Templates;

/// <summary>
/// Puts scenes, text, speech and the visual analysis together and emits one <see cref="VideoTemplate"/> at the end. Text and speech
/// work on threads of their own meanwhile; without their models the columns stay null and one warning says what to do.
/// </summary>
internal sealed class TemplateAnalyzer : IAnalyzer, IDisposable
{
    private readonly IAnalyzer? _sceneAnalyzer;
    private readonly TemplatePart<VideoText>? _text;
    private readonly TemplatePart<TranscriptSegment>? _speech;
    private readonly ITextReadings? _readings;
    private readonly VisualAnalyzer _visual = new();
    private readonly List<VideoScene> _scenes = [];
    private AnalysisContext? _context;
    private long _frames;
    private long _firstPts;

    /// <summary>Composes the parts.</summary>
    /// <param name="sceneAnalyzer">Emits the <see cref="VideoScene"/> records of the video, in order; null leaves the scene columns null.</param>
    /// <param name="textAnalyzer">Emits <see cref="VideoText"/> records, on any one thread; null leaves the text columns null.</param>
    /// <param name="speechAnalyzer">Emits <see cref="TranscriptSegment"/> records, on any one thread; null leaves the speech columns null.</param>
    public TemplateAnalyzer(IAnalyzer? sceneAnalyzer, IAnalyzer? textAnalyzer = null, IAnalyzer? speechAnalyzer = null)
    {
        _sceneAnalyzer = sceneAnalyzer;
        _text = textAnalyzer is null ? null : new TemplatePart<VideoText>("text", textAnalyzer);
        _readings = textAnalyzer as ITextReadings;
        _speech = speechAnalyzer is null ? null : new TemplatePart<TranscriptSegment>("speech", speechAnalyzer);
        var sound = new[] { speechAnalyzer, sceneAnalyzer }.Select(a => a?.Needs).FirstOrDefault(n => n is { Audio: true });
        Needs = new AnalyzerNeeds(
            Frames: true, textAnalyzer?.Needs.Stills ?? sceneAnalyzer?.Needs.Stills, sound is not null, sound?.AudioTrack ?? 0);
    }

    /// <inheritdoc/>
    public AnalyzerNeeds Needs { get; }

    /// <inheritdoc/>
    public void Begin(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
        _visual.Begin(context);
        _sceneAnalyzer?.Begin(new AnalysisContext(context.Info, context.From, context.To, Collect)
        {
            Cancellation = context.Cancellation,
            Warn = context.Warn,
        });
        _text?.Begin(context);
        _speech?.Begin(context);
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
        _text?.OnFrame(frame);
        _speech?.OnFrame(frame);
    }

    /// <inheritdoc/>
    public void OnStill(VideoFrame frame)
    {
        _sceneAnalyzer?.OnStill(frame);
        _text?.OnStill(frame);
    }

    /// <inheritdoc/>
    public void OnAudio(AudioBlock block)
    {
        _sceneAnalyzer?.OnAudio(block);
        _speech?.OnAudio(block);
    }

    /// <inheritdoc/>
    public void Complete(DecodeSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        _visual.Complete(summary);
        _sceneAnalyzer?.Complete(summary);
        CompleteModels(summary);
        WarnOfModels();
        if (_context is not null && _visual.GetSummary() is { } visual)
        {
            _context.Emit(Build(_context.Info, visual, summary));
        }
    }

    /// <summary>Ends the work of the models.</summary>
    public void Dispose()
    {
        _text?.Dispose();
        _speech?.Dispose();
    }

    // Side by side: the last window of speech begins only now, and must not wait for the last pictures.
    private void CompleteModels(DecodeSummary summary)
    {
        var speech = _speech is null ? Task.CompletedTask : Task.Run(() => _speech.Complete(summary));
        try
        {
            _text?.Complete(summary);
        }
        finally
        {
            ((IAsyncResult)speech).AsyncWaitHandle.WaitOne();
        }

        speech.GetAwaiter().GetResult();
    }

    private void WarnOfModels()
    {
        var problems = new[] { (_text?.Name, _text?.Failure), (_speech?.Name, _speech?.Failure) }
            .Where(p => p.Item2 is not null)
            .GroupBy(p => $"{p.Item2!.Message} {p.Item2.RecommendedAction}", p => p.Item1, StringComparer.Ordinal)
            .Select(g => $"The {string.Join(" and ", g)} columns stay empty: {g.Key}")
            .ToList();
        if (problems.Count > 0)
        {
            _context?.Warn(string.Join(' ', problems));
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
        template = _sceneAnalyzer is null ? template : WithScenes(template);
        var first = MediaTime.ToSeconds(_firstPts, summary.TimeBase);
        template = _text?.Records is { } texts ? TemplateColumns.WithText(template, texts, _readings, first, summary.EndSeconds) : template;
        return _speech?.Records is { } segments ? TemplateColumns.WithSpeech(template, segments, first) : template;
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
            HookCutCount = _scenes.Skip(1).Count(s => s.Transition != TransitionKind.Fixed && s.StartSeconds < _scenes[0].StartSeconds + TemplateColumns.HookSeconds),
            SceneStarts = new ValueList<double>(_scenes.Select(s => s.StartSeconds)),
        };
    }
}
