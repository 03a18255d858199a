using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>Cuts where the content score stands out from its neighbourhood.</summary>
// Method: PySceneDetect's AdaptiveDetector: score of a frame divided by the mean score of the two frames on either side; a cut when
// the ratio reaches the threshold and the score itself is at least 15. Camera movement raises the whole neighbourhood, so
// it does not fire. Unit: ratio, at most 255. Cost: one HsvDifference per frame; two frames of look-ahead.
internal sealed class AdaptiveDetector(double threshold, double minimumSeconds) : ISceneDetector
{
    /// <summary>Threshold of the original.</summary>
    public const double DefaultThreshold = 3.0;

    private const int Window = 2;
    private const double MinimumContent = 15.0;
    private const double Rounding = 0.001;

    private readonly ContentScore _score = new();
    private readonly (FrameStamp Frame, double Seconds, double Score)[] _ring = new (FrameStamp, double, double)[(2 * Window) + 1];
    private int _count;
    private double _lastCut;

    public string Name => nameof(SceneDetector.Adaptive);

    public void Process(VideoFrame frame, Action<SceneBoundary> found)
    {
        if (_count == 0)
        {
            _lastCut = frame.Seconds;
        }

        Array.Copy(_ring, 1, _ring, 0, _ring.Length - 1);
        _ring[^1] = (FrameStamp.Of(frame), frame.Seconds, _score.Update(frame).Mean);
        if (++_count < _ring.Length)
        {
            return;
        }

        var target = _ring[Window];
        var around = (_ring.Sum(entry => entry.Score) - target.Score) / (2.0 * Window);
        var ratio = around >= 1e-5 ? Math.Min(target.Score / around, 255.0) : target.Score >= MinimumContent ? 255.0 : 0.0;

        // The original measures the minimum length up to the newest frame of the window, not up to the cut; so do we.
        if (ratio >= threshold && target.Score >= MinimumContent && frame.Seconds - _lastCut >= minimumSeconds - Rounding)
        {
            _lastCut = target.Seconds;
            found(SceneBoundary.Cut(target.Frame, ratio, SceneBoundary.ConfidenceOfRatio(ratio / threshold)));
        }
    }

    public void Complete(Action<SceneBoundary> found)
    {
        // The last two frames have no full window; the original does not judge them either.
    }
}
