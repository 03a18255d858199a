using VideoTools.Engine.Decoding;

namespace VideoTools.Engine.Analysis.Scenes;

/// <summary>placeholder until commit</summary>
public sealed class HybridDetector(double rate, double threshold, double minimumSeconds) : ISceneDetector
{
    /// <summary>T</summary>
    public const double DefaultThreshold = 1.0;
    /// <inheritdoc/>
    public string Name => nameof(SceneDetector.Hybrid);
    /// <inheritdoc/>
    public void Process(VideoFrame frame, Action<SceneBoundary> found) { _ = rate + threshold + minimumSeconds; }
    /// <inheritdoc/>
    public void Complete(Action<SceneBoundary> found) { }
}
