namespace VideoTools.Cli.Tests.Fakes;

/// <summary>A classifier whose category is the first word of the title, of the text, or of the file's name.</summary>
internal sealed class FakeClassifier : INicheClassifier
{
    public IReadOnlyList<TaxonomyNode> Taxonomy => [];

    public string Version => "1";

    public VideoNiche Classify(NicheEvidence evidence, CancellationToken cancellationToken) => new()
    {
        FullName = evidence.FullName,
        VideoId = evidence.Metadata?.VideoId ?? "",
        Category = (evidence.Metadata?.Title ?? evidence.Text
            ?? Path.GetFileNameWithoutExtension(evidence.FullName ?? evidence.Template?.FullName)!).Split(' ')[0],
    };
}
