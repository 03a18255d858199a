namespace VideoTools.Engine.Numerics;

/// <summary>Rows in clusters.</summary>
/// <param name="Labels">Cluster of each row, 0 to k - 1.</param>
/// <param name="Centers">Mean of each cluster.</param>
/// <param name="Inertia">Sum of the squared distances of the rows to the centres of their clusters.</param>
internal sealed record KMeansResult(int[] Labels, double[][] Centers, double Inertia)
{
    /// <summary>Clusters.</summary>
    public int ClusterCount => Centers.Length;
}
