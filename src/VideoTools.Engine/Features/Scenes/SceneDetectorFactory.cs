namespace VideoTools.Engine.Features.Scenes;

/// <summary>Makes the detector that options name.</summary>
internal static class SceneDetectorFactory
{
    /// <summary>Minimum scene length of the classic detectors: 15 frames at the video's rate.</summary>
    private const int ClassicMinimumFrames = 15;

    /// <summary>A detector for one file.</summary>
    /// <param name="options">Which detector, its threshold and minimum length.</param>
    /// <param name="frameRate">Average rate of the file; 25 is taken when it is unknown (0).</param>
    public static ISceneDetector Create(SceneOptions options, Rational frameRate)
    {
        var rate = frameRate.Numerator > 0 ? frameRate.ToDouble() : 25.0;

        // With MergeShort the length is a rule for finished scenes, so the detector keeps its own.
        var asked = options.MergeShort ? null : options.MinimumLength;
        var classicLength = asked?.TotalSeconds ?? ClassicMinimumFrames / rate;
        return options.Detector switch
        {
            SceneDetector.Content => new ContentDetector(options.Threshold ?? ContentDetector.DefaultThreshold, classicLength),
            SceneDetector.Adaptive => new AdaptiveDetector(options.Threshold ?? AdaptiveDetector.DefaultThreshold, classicLength),
            SceneDetector.Threshold => new ThresholdDetector(options.Threshold ?? ThresholdDetector.DefaultThreshold, classicLength),
            SceneDetector.Histogram => new HistogramDetector(options.Threshold ?? HistogramDetector.DefaultThreshold, classicLength),
            SceneDetector.Hybrid => new HybridDetector(
                rate, options.Threshold ?? HybridDetector.DefaultThreshold, asked?.TotalSeconds ?? 0),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Detector, "Unknown scene detector."),
        };
    }
}
