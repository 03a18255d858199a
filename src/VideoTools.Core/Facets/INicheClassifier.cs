namespace VideoTools;

/// <summary>Finds the niche of videos. Thread-safe. Loading happens when the first evidence comes.</summary>
public interface INicheClassifier : IDisposable
{
    /// <summary>The nodes it chooses from, parents before children.</summary>
    IReadOnlyList<TaxonomyNode> Taxonomy { get; }

    /// <summary>Changes when an answer may change: taxonomy, scorer, limits or model. For caches.</summary>
    string Version { get; }

    /// <summary>The niches, in the order of the evidence; texts are embedded in batches, so that many at once cost less than one by one.</summary>
    IReadOnlyList<VideoNiche> Classify(IReadOnlyList<NicheEvidence> evidence, CancellationToken cancellationToken);
}
