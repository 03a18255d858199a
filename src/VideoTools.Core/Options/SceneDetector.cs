namespace VideoTools;

/// <summary>The ways to find scenes.</summary>
public enum SceneDetector
{
    /// <summary>Ours: colour, structure and edges together, with look-ahead and a model of gradual transitions.</summary>
    Hybrid,

    /// <summary>Mean HSV difference to the frame before (PySceneDetect's ContentDetector).</summary>
    Content,

    /// <summary>The content score in proportion to its neighbourhood (PySceneDetect's AdaptiveDetector).</summary>
    Adaptive,

    /// <summary>Mean brightness crossing a threshold: fades through black only.</summary>
    Threshold,

    /// <summary>Correlation of luma histograms of neighbouring frames.</summary>
    Histogram,
}
