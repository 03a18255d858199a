using System.Text.Json.Serialization;

namespace VideoTools.Engine.Taxonomy;

/// <summary>A node as a taxonomy file writes it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TaxonomyFileNode
{
    /// <summary>Key among its siblings.</summary>
    public string? Key { get; init; }

    /// <summary>Name for people; the key when missing.</summary>
    public string? Name { get; init; }

    /// <summary>What its videos are about; the name when missing.</summary>
    public string? Description { get; init; }

    /// <summary>Words and phrases that decide.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>Names of people, products, places and shows.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Words that support.</summary>
    public IReadOnlyList<string>? Hints { get; init; }

    /// <summary>Typical titles.</summary>
    public IReadOnlyList<string>? Examples { get; init; }

    /// <summary>How common its videos are beside its siblings' (1 when missing).</summary>
    public double? Share { get; init; }

    /// <summary>What its videos are usually like.</summary>
    public TaxonomyFileTraits? Traits { get; init; }

    /// <summary>In a file that extends another: takes the node and those below it away.</summary>
    public bool? Remove { get; init; }

    /// <summary>The nodes below.</summary>
    public IReadOnlyList<TaxonomyFileNode>? Children { get; init; }
}
