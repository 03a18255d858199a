// Method: the detector of scenes listens along; every frame is measured and the best ones are noted (FrameCandidates). In mode Scene a
// scene gives its best frame as soon as its end is known, and its notes go. Diverse compares with the whole video, so it chooses at the
// end (FrameSelector). Cost: the detector's, and three passes of vector sums a frame. Memory:
// the notes.
using VideoTools.Engine.Features.Scenes;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Frames;

/// <summary>Chooses frames by scenes.</summary>
/// <param name="options">Which frames.</param>
internal sealed class SceneFrameAnalyzer(FrameOptions options) : IAnalyzer, IDisposable
{
    private readonly FrameLimits _limits = FrameLimits.Of(options);
    private readonly SceneAnalyzer _detector = new(new SceneOptions());
    private readonly FrameMeter _meter = new();
    private readonly List<VideoScene> _scenes = [];
    private KeptFrames _kept = null!;
    private FrameCandidates _candidates = null!;
    private FrameRecorder _recorder = null!;
    private AnalysisContext _context = null!;
    private Rational _timeBase;
    private long _seen;

    /// <inheritdoc/>
    public void Begin(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _kept = new KeptFrames(_limits);
        _candidates = new FrameCandidates(_limits);
        _recorder = new FrameRecorder(context);
        _context = context;
        _detector.Begin(new AnalysisContext(context.Info, context.From, context.To, record => OnScene((VideoScene)record)));
    }

    /// <inheritdoc/>
    public void OnFrame(VideoFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        _timeBase = frame.TimeBase;
        _seen++;
        var measures = _meter.Measure(frame);
        _candidates.Add(frame, measures, _meter.IsBreak);
        _detector.OnFrame(frame);
    }

    /// <inheritdoc/>
    public void Complete(DecodeSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        _detector.Complete(summary);
        if (options.Mode == FrameMode.Diverse)
        {
            Choose(summary);
        }

        if (!_recorder.HasEmitted && _seen > 0)
        {
            // The name is part of it: the same text is shown once a session.
            var name = Path.GetFileName(_context.Info.FullName);
            _context.Warn($"no frame of {name} passes the limits of brightness, contrast and sharpness; lower them, or choose Interval.");
        }
    }

    private void Choose(DecodeSummary summary)
    {
        var notes = _candidates.TakeBefore(long.MaxValue);
        foreach (var (note, scene) in FrameSelector.Select(_limits, options.PerMinute, _timeBase, _scenes, notes))
        {
            _recorder.Emit(note, _timeBase, scene, _seen, summary.Status);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private void OnScene(VideoScene scene)
    {
        if (options.Mode == FrameMode.Diverse)
        {
            _scenes.Add(scene);
            return;
        }

        var frames = new SceneFrames(scene, _candidates.TakeBefore(scene.EndFrame));
        var best = frames.Notes
            .OrderByDescending(note => frames.Score(note, _timeBase))
            .ThenBy(note => note.Frame)
            .FirstOrDefault(note => _kept.IsNew(note.Signature));
        if (best is not null && !_kept.IsFull)
        {
            _kept.Add(best.Signature);
            _recorder.Emit(best, _timeBase, scene.Index, _seen, scene.Status);
        }
    }
}
