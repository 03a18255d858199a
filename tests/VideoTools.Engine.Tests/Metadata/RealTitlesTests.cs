using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Metadata;

public sealed class RealTitlesTests
{
    [RequiresFact(Needs.SharedMedia)]
    public void Read_TrendingTitles_EveryRowHasATitleAndACategory()
    {
        using var folder = new MetadataFolder();

        var rows = folder.Read(Path.Combine(RepositoryPaths.Shared, "media", "trending-titles.csv"));

        Assert.Empty(folder.Errors);
        Assert.True(rows.Count > 500, $"{rows.Count} rows");
        Assert.All(rows, row => Assert.False(string.IsNullOrEmpty(row.Title) || string.IsNullOrEmpty(row.Category)));
        Assert.Equal(Enumerable.Range(1, rows.Count), rows.Select(row => row.SourceRow!.Value));
        Assert.Contains(rows, row => row.Hashtags.Contains("geiger counter"));
    }
}
