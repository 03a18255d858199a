namespace VideoTools.Engine.Reporting;

/// <summary>Finds the videos of a cluster among the samples. A cluster names them by id; by path where two have the same id.</summary>
internal static class ClusterMembers
{
    /// <summary>Number of the video nearest to the middle; null when it is not among the samples.</summary>
    public static int? Typical(NicheCluster cluster, IReadOnlyList<ReportSample> samples) =>
        Find(cluster.Typical ?? (cluster.VideoId.Count > 0 ? cluster.VideoId[0] : null), samples);

    /// <summary>Numbers of all its videos that are among the samples, nearest to the middle first.</summary>
    public static IReadOnlyList<int> All(NicheCluster cluster, IReadOnlyDictionary<string, int> byId) =>
        [.. cluster.VideoId.Where(byId.ContainsKey).Select(id => byId[id])];

    private static int? Find(string? name, IReadOnlyList<ReportSample> samples)
    {
        for (var i = 0; name is not null && i < samples.Count; i++)
        {
            var video = samples[i].Niche;
            if (video.VideoId == name || video.FullName == name || video.FileName == name)
            {
                return i;
            }
        }

        return null;
    }
}
