using VideoTools.Engine.Niche.Measures;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Niche.Clustering;

/// <summary>Videos as rows of numbers that can be compared.</summary>
internal static class NicheFeatures
{
    /// <summary>The standardised features, one row per video.</summary>
    public static FeatureMatrix Of(IReadOnlyList<VideoNiche> videos) =>
        FeatureMatrix.Standardise(videos.Count, NicheMeasures.Features.Select(feature => videos.Select(feature.Of)));
}
