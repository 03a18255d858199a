// Method: every frame is measured; Interval takes the first one in each multiple of the interval that passes the gates, Keyframe those
// that the decoder delivers as key frames, All every one. Each is emitted at once. Cost: three passes of vector sums a frame, a signature
// for each that is taken. Memory: a frame; where resemblance is asked for, what the chosen ones look like.
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Frames;

/// <summary>Chooses frames without looking for scenes.</summary>
/// <param name="options">Which frames.</param>
internal sealed class FrameAnalyzer(FrameOptions options) : IAnalyzer, IDisposable
{
    // A key frame comes at most a second of video after the small frame of its time: that many are remembered.
    private const int Remembered = 1024;

    private readonly FrameLimits _limits = FrameLimits.Of(options);
    private readonly FrameMeter _meter = new();
    private readonly Queue<(long Pts, FrameMeasures Measures)> _measured = new();
    private readonly double _interval = options.IntervalSeconds ?? (60 / options.PerMinute);
    private KeptFrames _kept = null!;
    private FrameSignature.Maker? _maker;
    private FrameRecorder _recorder = null!;
    private double _start;
    private long _lastTaken = -1;

    /// <inheritdoc/>
    public void Begin(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _kept = new KeptFrames(_limits);
        _recorder = new FrameRecorder(context);
        _start = context.From?.TotalSeconds ?? 0;
    }

    /// <inheritdoc/>
    public void OnFrame(VideoFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var measures = _meter.Measure(frame);
        switch (options.Mode)
        {
            case FrameMode.All:
                Take(frame, measures);
                break;
            case FrameMode.Interval:
                // A microsecond of tolerance: a time is a rounded number, and 0.99999999 must count as 1.
                var number = (long)Math.Floor((frame.Seconds - _start + 1e-6) / _interval);
                if (number > _lastTaken && Take(frame, measures))
                {
                    _lastTaken = number;
                }

                break;
            default:
                _measured.Enqueue((frame.Pts, measures));
                if (_measured.Count > Remembered)
                {
                    _measured.Dequeue();
                }

                break;
        }
    }

    /// <inheritdoc/>
    public void OnStill(VideoFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        while (_measured.TryPeek(out var next) && next.Pts < frame.Pts)
        {
            _measured.Dequeue();
        }

        Take(frame, _measured.TryPeek(out var same) && same.Pts == frame.Pts ? same.Measures : _meter.Of(frame));
    }

    /// <inheritdoc/>
    public void Complete(DecodeSummary summary)
    {
        // Everything was said when it came.
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private bool Take(VideoFrame frame, FrameMeasures measures)
    {
        if (!_limits.Pass(measures) || _kept.IsFull)
        {
            return false;
        }

        _maker ??= new FrameSignature.Maker(frame.Width, frame.Height);
        var note = new FrameNote(frame.Index, frame.Pts, measures, _maker.Make(frame));
        if (!_kept.IsNew(note.Signature))
        {
            return false;
        }

        _kept.Add(note.Signature);
        // Of a key frame, too: how many small ones have come by then depends on the company.
        _recorder.Emit(note, frame.TimeBase, 0, frame.Index + 1, RecordStatus.Ok);
        return true;
    }
}
