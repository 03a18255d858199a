using VideoTools.Engine.Taxonomy;

namespace VideoTools.Engine.Tests.Taxonomy;

public sealed class TaxonomyReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("videotools-taxonomy-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_Default_HasTheNodesThatReadersKnow()
    {
        var taxonomy = TaxonomyReader.Read(null);

        Assert.Equal(["tech", "finance", "marketing", "ecommerce", "productivity", "education"], taxonomy.Roots.Select(r => taxonomy.Nodes[r].Key));
        Assert.Equal((15, 36, 57), (taxonomy.Nodes.Count(n => n.Level == 2), taxonomy.Nodes.Count(n => n.Level == 3), taxonomy.Nodes.Count));
        Assert.All(taxonomy.Nodes.Where(n => n.Level == 3), n => Assert.True(n.Keyword.Count >= 12 && n.Pacing is not null && n.CtaStrength is not null));
    }

    [Fact]
    public void Read_Youtube_HasTheCategories()
    {
        var taxonomy = TaxonomyReader.Read("youtube");

        Assert.True(taxonomy.IsExhaustive);
        Assert.Contains("Howto & Style", taxonomy.Nodes.Select(n => n.Name));
        Assert.Contains("Nonprofits & Activism", taxonomy.Nodes.Select(n => n.Name));
    }

    [Theory]
    [InlineData("{", "not a usable taxonomy")]
    [InlineData("{}", "no nodes")]
    [InlineData("""{"nodes":[{"name":"x"}]}""", "no \"key\"")]
    [InlineData("""{"nodes":[{"key":"A b","keywords":["x"]}]}""", "A b")]
    [InlineData("""{"nodes":[{"key":"a","keywords":["x"]},{"key":"a","keywords":["y"]}]}""", "twice")]
    [InlineData("""{"nodes":[{"key":"a"}]}""", "neither keywords nor a description")]
    [InlineData("""{"nodes":[{"key":"a","keywords":["!"]}]}""", "without a letter")]
    [InlineData("""{"nodes":[{"key":"a","keywords":["x"],"share":0}]}""", "share")]
    [InlineData("""{"nodes":[{"key":"a","keywrods":["x"]}]}""", "keywrods")]
    [InlineData("""{"nodes":[{"key":"a","keywords":["x"],"traits":{"pacing":"quick"}}]}""", "quick")]
    [InlineData("""{"extends":"nothing.json","nodes":[]}""", "nothing.json")]
    [InlineData("""{"extends":"default","nodes":[{"key":"nix","remove":true}]}""", "nix")]
    [InlineData("""{"minimumConfidence":2,"nodes":[{"key":"a","keywords":["x"]}]}""", "minimumConfidence")]
    [InlineData("""{"certainty":0,"nodes":[{"key":"a","keywords":["x"]}]}""", "certainty")]
    public void Read_AWrongFile_SaysWhatAndWhere(string json, string problem)
    {
        var path = Write("mine.json", json);

        var error = Assert.Throws<VideoToolsException>(() => TaxonomyReader.Read(path)).Error;

        Assert.Equal((VideoErrorId.TaxonomyInvalid, path), (error.Id, error.FullName));
        Assert.Contains(problem, error.Message + error.Exception?.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction);
    }

    [Fact]
    public void Read_AFileThatExtends_AddsMergesAndRemoves()
    {
        var path = Write("mine.json", """
            { "extends": "default", "nodes": [
              { "key": "cooking", "name": "Cooking", "keywords": ["recipe"] },
              { "key": "tech", "children": [ { "key": "coding", "children": [ { "key": "web_dev", "keywords": ["htmx"] } ] } ] },
              { "key": "finance", "remove": true } ] }
            """);

        var nodes = TaxonomyReader.Read(path).Nodes;

        Assert.Contains("cooking", nodes.Select(n => n.Key));
        Assert.Contains("htmx", nodes.Single(n => n.Key == "web_dev").Keyword);
        Assert.True(nodes.Single(n => n.Key == "web_dev").Keyword.Count > 10);
        Assert.DoesNotContain(nodes, n => n.FullPath.StartsWith("finance", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_FilesThatExtendEachOther_IsAnError()
    {
        Write("one.json", """{"extends":"two.json","nodes":[]}""");
        var error = Assert.Throws<VideoToolsException>(() => TaxonomyReader.Read(Write("two.json", """{"extends":"one.json","nodes":[]}"""))).Error;

        Assert.Equal(VideoErrorId.TaxonomyInvalid, error.Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("youtube")]
    public void Read_WhatWasWritten_IsTheSameTaxonomy(string? name)
    {
        var taxonomy = TaxonomyReader.Read(name);
        var path = Path.Combine(_folder, "copy.json");
        File.WriteAllBytes(path, TaxonomyWriter.Serialize(taxonomy));

        Assert.Equal(taxonomy.Version, TaxonomyReader.Read(path).Version);
    }

    private string Write(string name, string json)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, json);
        return path;
    }
}
