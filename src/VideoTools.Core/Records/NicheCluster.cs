namespace VideoTools;

/// <summary>Videos whose templates are alike.</summary>
[View(
    "No.=Number:3", "Size:6", "Silh.=Silhouette:5:0.00", "Stab.=Stability:5:0.00", "Label:34", "TopNiche",
    Set = "Number Size Label Silhouette Stability TopNiche Distinction Typical")]
public sealed record NicheCluster
{
    /// <summary>1 for the largest cluster.</summary>
    [Column(Width = 6)]
    public required int Number { get; init; }

    /// <summary>Clusters in all.</summary>
    public required int ClusterCount { get; init; }

    /// <summary>Videos in it.</summary>
    [Column(Width = 4)]
    public required int Size { get; init; }

    /// <summary>What sets it apart, "fast cuts, much text".</summary>
    [Column(Width = 30)]
    public required string Label { get; init; }

    /// <summary>Silhouette of this cluster, -1 to 1.</summary>
    [Column(Width = 10)]
    public double Silhouette { get; init; }

    /// <summary>0 to 1: how well the clusters of resampled data agree with these (mean Jaccard similarity of this cluster).</summary>
    [Column(Width = 9)]
    public double Stability { get; init; }

    /// <summary>The three most frequent niches with their counts, "tech (5)".</summary>
    public ValueList<string> TopNiche { get; init; } = ValueList<string>.Empty;

    /// <summary>Means of the features, "CutsPerMinute=31.2", in a fixed order.</summary>
    public ValueList<string> Mean { get; init; } = ValueList<string>.Empty;

    /// <summary>Standardised means of the features that set it apart, largest first, "CutsPerMinute+1.8".</summary>
    public ValueList<string> Distinction { get; init; } = ValueList<string>.Empty;

    /// <summary>The video nearest to the middle of the cluster.</summary>
    [Column(Width = 15)]
    public string? Typical { get; init; }

    /// <summary>Ids of its videos, nearest to the middle first.</summary>
    public ValueList<string> VideoId { get; init; } = ValueList<string>.Empty;
}
