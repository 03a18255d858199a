using System.Text.Json.Serialization;

namespace VideoTools.Engine.Taxonomy;

/// <summary>Traits of a node as a taxonomy file writes them.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TaxonomyFileTraits
{
    /// <summary>For example "30-60s" or "10-60min".</summary>
    public string? TypicalVideoLength { get; init; }

    /// <summary>slow, moderate, moderate-fast, fast or very-fast.</summary>
    public string? Pacing { get; init; }

    /// <summary>low, medium or high.</summary>
    public string? CtaStrength { get; init; }
}
