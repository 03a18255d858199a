using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>Cuts where the luma histograms of neighbouring frames no longer correlate.</summary>
// Method: PySceneDetect's HistogramDetector with 256 bins, on the luma plane as it is decoded. Unit: 1 - Pearson correlation, 0 to 2.
// Cost: one histogram per frame.
internal sealed class HistogramDetector(double threshold, double minimumSeconds) : ISceneDetector
{
    /// <summary>Largest difference (1 - correlation) within a scene.</summary>
    public const double DefaultThreshold = 0.05;

    private const double Rounding = 0.001;

    private int[] _current = new int[256];
    private int[] _previous = new int[256];
    private double _lastCut;
    private bool _started;

    public string Name => nameof(SceneDetector.Histogram);

    public void Process(VideoFrame frame, Action<SceneBoundary> found)
    {
        LumaHistogram.Compute(frame.Y, _current);
        if (!_started)
        {
            _started = true;
            _lastCut = frame.Seconds;
        }
        else
        {
            var difference = 1 - LumaHistogram.Correlation(_previous, _current);
            if (difference >= threshold && frame.Seconds - _lastCut >= minimumSeconds - Rounding)
            {
                _lastCut = frame.Seconds;
                found(SceneBoundary.Cut(FrameStamp.Of(frame), difference, SceneBoundary.ConfidenceOfRatio(difference / threshold)));
            }
        }

        (_current, _previous) = (_previous, _current);
    }

    public void Complete(Action<SceneBoundary> found)
    {
        // Every frame was judged when it came.
    }
}
