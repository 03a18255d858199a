using System.Text.Json.Serialization;

namespace VideoTools.Engine.Taxonomy;

/// <summary>A taxonomy file as it is written. Unknown keys are refused, so that a typing error does not pass for a missing key.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TaxonomyFile
{
    /// <summary>Name of the taxonomy.</summary>
    public string? Name { get; init; }

    /// <summary>For people.</summary>
    public string? Description { get; init; }

    /// <summary>The taxonomy whose nodes this one starts from: "default", "youtube" or a path beside this file.</summary>
    public string? Extends { get; init; }

    /// <summary>True when every video belongs to one of the nodes, so that nothing is off-topic.</summary>
    public bool? Exhaustive { get; init; }

    /// <summary>Below this confidence (0 to 1) the answer is "unknown".</summary>
    public double? MinimumConfidence { get; init; }

    /// <summary>
    /// Above 0, at most 1: what a confidence is worth where nodes overlap; it changes no answer of a file without levels.
    /// </summary>
    public double? Certainty { get; init; }

    /// <summary>
    /// Single words among the keywords that mean something else in everyday language (swift, stock): where one stands alone for a node,
    /// the rest of the text must fit, too.
    /// </summary>
    public IReadOnlyList<string>? Ambiguous { get; init; }

    /// <summary>The nodes of the first level.</summary>
    public IReadOnlyList<TaxonomyFileNode>? Nodes { get; init; }
}
