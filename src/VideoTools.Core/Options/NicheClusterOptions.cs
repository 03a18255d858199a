namespace VideoTools;

/// <summary>How videos are grouped.</summary>
public sealed record NicheClusterOptions
{
    /// <summary>Clusters, from 1 on; null lets the silhouette choose from 2 to 8.</summary>
    public int? ClusterCount { get; init; }

    /// <summary>Level of the niches that are listed: 1 category, 2 subcategory, 3 micro-niche.</summary>
    public int Level { get; init; } = 1;
}
