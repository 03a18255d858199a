namespace VideoTools;

/// <summary>How niches are found.</summary>
public sealed record NicheOptions
{
    /// <summary>How a text is scored.</summary>
    public NicheScorer Scorer { get; init; }

    /// <summary>A taxonomy file; null for the one that comes with the module.</summary>
    public string? TaxonomyPath { get; init; }

    /// <summary>Below this confidence (0 to 1) the answer is "unknown"; null for the taxonomy's own threshold.</summary>
    public double? MinimumConfidence { get; init; }

    /// <summary>How many next best paths are listed.</summary>
    public int AlternativeCount { get; init; } = 3;

    /// <summary>What the embedding model runs on.</summary>
    public DeviceOrder Device { get; init; }
}
