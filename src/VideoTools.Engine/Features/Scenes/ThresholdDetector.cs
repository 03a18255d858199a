using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>Fades through black: the mean brightness falls below a threshold and rises again.</summary>
// Method: PySceneDetect's ThresholdDetector with bias 0: the boundary is the frame in the middle of the dark part. Unit: mean of R, G
// and B, 0 to 255. Memory: stamps of the later half of the dark part only. Cost: one RgbMean per frame.
internal sealed class ThresholdDetector(double threshold, double minimumSeconds) : ISceneDetector
{
    /// <summary>Threshold of the original.</summary>
    public const double DefaultThreshold = 12.0;

    private const double Rounding = 0.001;

    private readonly Queue<FrameStamp> _dark = new();
    private FrameStamp _fadeOut;
    private double _darkest;
    private double _lastBoundary;
    private bool _started;
    private bool _isDark;

    public string Name => nameof(SceneDetector.Threshold);

    public void Process(VideoFrame frame, Action<SceneBoundary> found)
    {
        var mean = RgbMean.Compute(frame.Y, frame.U, frame.V, frame.Width, frame.Height);
        var stamp = FrameStamp.Of(frame);
        var wasDark = _isDark;
        _isDark = mean < threshold;
        if (!_started)
        {
            _lastBoundary = frame.Seconds;
        }

        if (_isDark && !wasDark)
        {
            _fadeOut = stamp;
            _darkest = mean;
            _dark.Clear();
        }

        _started = true;
        if (!_isDark && !wasDark)
        {
            return;
        }

        _darkest = Math.Min(_darkest, mean);
        _dark.Enqueue(stamp);
        var middle = _fadeOut.Index + (long)Math.Round((stamp.Index - _fadeOut.Index) / 2.0);
        while (_dark.Count > 1 && _dark.Peek().Index < middle)
        {
            _dark.Dequeue();
        }

        if (_isDark || frame.Seconds - _lastBoundary < minimumSeconds - Rounding)
        {
            return;
        }

        _lastBoundary = frame.Seconds;
        var depth = threshold / Math.Max(_darkest, 1.0);
        found(new SceneBoundary
        {
            Frame = _dark.Peek(),
            TransitionStart = _fadeOut,
            TransitionEnd = stamp,
            Kind = TransitionKind.Fade,
            Score = _darkest,
            Confidence = SceneBoundary.ConfidenceOfRatio(depth),
        });
    }

    public void Complete(Action<SceneBoundary> found)
    {
        // A fade out at the end leads into no scene.
    }
}
