namespace VideoTools;

/// <summary>One node of a taxonomy: a category (level 1), a subcategory (level 2) or a micro-niche (level 3).</summary>
[View(
    "Level:5", "FullPath:44", "Keywords:8", "Name",
    Set = "Key Name Level FullPath Description Keyword TypicalVideoLength Pacing CtaStrength")]
public sealed record TaxonomyNode
{
    /// <summary>Key of the node: lower-case letters, digits and "_".</summary>
    public required string Key { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>1 for a category, 2 for a subcategory, 3 for a micro-niche.</summary>
    public required int Level { get; init; }

    /// <summary>Keys from the top, "tech > coding > web_dev".</summary>
    public required string FullPath { get; init; }

    /// <summary>Key of the node above; null for a category.</summary>
    public string? Parent { get; init; }

    /// <summary>What videos of this node are about, in a sentence or two.</summary>
    public required string Description { get; init; }

    /// <summary>Keywords of this node itself.</summary>
    public ValueList<string> Keyword { get; init; } = ValueList<string>.Empty;

    /// <summary>Names of people, products, places and shows that stand for the node; they count as keywords do.</summary>
    public ValueList<string> ProperName { get; init; } = ValueList<string>.Empty;

    /// <summary>Words that speak for the node, but less than keywords do.</summary>
    public ValueList<string> Hint { get; init; } = ValueList<string>.Empty;

    /// <summary>Typical titles; used by the meaning scorer only.</summary>
    public ValueList<string> Example { get; init; } = ValueList<string>.Empty;

    /// <summary>
    /// How common videos of this node are beside its siblings, above 0 (1 when not given): twice as common, twice as likely.
    /// </summary>
    public double Share { get; init; } = 1;

    /// <summary>Trait of a micro-niche, for example "30-60s".</summary>
    public string? TypicalVideoLength { get; init; }

    /// <summary>Trait: slow, moderate, moderate-fast, fast or very-fast.</summary>
    public string? Pacing { get; init; }

    /// <summary>Trait: low, medium or high.</summary>
    public string? CtaStrength { get; init; }
}
