namespace VideoTools;

/// <summary>Finds the niche of videos. Thread-safe. The model is loaded with the first evidence.</summary>
public interface INicheClassifier
{
    /// <summary>The nodes it chooses from, parents before children.</summary>
    IReadOnlyList<TaxonomyNode> Taxonomy { get; }

    /// <summary>Changes when an answer may change: taxonomy, scorer, limits or model. For caches.</summary>
    string Version { get; }

    /// <summary>The niche of one video.</summary>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt.</exception>
    VideoNiche Classify(NicheEvidence evidence, CancellationToken cancellationToken);
}
