using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>Cuts where the mean HSV difference to the frame before reaches a threshold.</summary>
// Method: PySceneDetect's ContentDetector (hue, saturation and value weigh 1, edges 0; flash filter in merge mode). The scores equal
// its scores on frames that need no downscale. Unit: 8-bit steps, 0 to about 230. Cost: one HsvDifference per frame.
internal sealed class ContentDetector(double threshold, double minimumSeconds) : ISceneDetector
{
    /// <summary>Threshold of the original.</summary>
    public const double DefaultThreshold = 27.0;

    private readonly ContentScore _score = new();
    private readonly FlashFilter _filter = new(minimumSeconds);

    public string Name => nameof(SceneDetector.Content);

    public void Process(VideoFrame frame, Action<SceneBoundary> found)
    {
        var score = _score.Update(frame).Mean;
        if (_filter.Filter(new(FrameStamp.Of(frame), frame.Seconds, score), score >= threshold) is { } cut)
        {
            found(SceneBoundary.Cut(cut.Frame, cut.Score, SceneBoundary.ConfidenceOfRatio(cut.Score / threshold)));
        }
    }

    public void Complete(Action<SceneBoundary> found)
    {
        // A burst that the end of the file interrupts is no cut: nothing is known of what would follow.
    }
}
