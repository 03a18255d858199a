namespace VideoTools.Cli.Tests.Fakes;

/// <summary>A classifier whose category is the first word of the title, of the text, or of the file's name.</summary>
internal sealed class FakeClassifier : INicheClassifier
{
    public List<int> BatchSizes { get; } = [];

    public bool IsDisposed { get; private set; }

    public IReadOnlyList<TaxonomyNode> Taxonomy => [];

    public string Version => "1";

    public IReadOnlyList<VideoNiche> Classify(IReadOnlyList<NicheEvidence> evidence, CancellationToken cancellationToken)
    {
        BatchSizes.Add(evidence.Count);
        return
        [
            .. evidence.Select(e => new VideoNiche
            {
                FullName = e.FullName,
                VideoId = e.Metadata?.VideoId ?? "",
                Category = (e.Metadata?.Title ?? e.Text ?? Path.GetFileNameWithoutExtension(e.FullName ?? e.Template?.FullName)!).Split(' ')[0],
            }),
        ];
    }

    public void Dispose() => IsDisposed = true;
}
