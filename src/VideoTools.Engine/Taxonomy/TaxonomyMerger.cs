// Method: nodes are the same when their keys and those of all nodes above are. Of a node that both files have, lists are joined (the
// base's first, no value twice) and single values of the extending file win. New nodes come behind the base's. "remove" takes a node away.
namespace VideoTools.Engine.Taxonomy;

/// <summary>Lays one taxonomy file over another.</summary>
internal static class TaxonomyMerger
{
    /// <summary>The file over its base.</summary>
    /// <exception cref="VideoToolsException">TaxonomyInvalid: a node is taken away that the base does not have.</exception>
    public static TaxonomyFile Merge(string path, TaxonomyFile lower, TaxonomyFile upper) => upper with
    {
        Extends = null,
        Name = upper.Name ?? lower.Name,
        Description = upper.Description ?? lower.Description,
        Exhaustive = upper.Exhaustive ?? lower.Exhaustive,
        MinimumConfidence = upper.MinimumConfidence ?? lower.MinimumConfidence,
        Certainty = upper.Certainty ?? lower.Certainty,
        Ambiguous = Join(lower.Ambiguous, upper.Ambiguous),
        Nodes = Merge(path, "", lower.Nodes ?? [], upper.Nodes ?? []),
    };

    private static List<TaxonomyFileNode> Merge(
        string path, string above, IReadOnlyList<TaxonomyFileNode> lower, IReadOnlyList<TaxonomyFileNode> upper)
    {
        var merged = lower.ToList();
        foreach (var node in upper)
        {
            var at = merged.FindIndex(n => n.Key == node.Key);
            if (node.Remove == true)
            {
                if (at < 0)
                {
                    throw TaxonomyReader.Invalid(
                        path, $"the node '{above}{node.Key}' is to be removed, but what it extends has no such node",
                        "Correct the key or leave the node out.");
                }

                merged.RemoveAt(at);
            }
            else if (at < 0)
            {
                merged.Add(node);
            }
            else
            {
                merged[at] = Merge(path, above, merged[at], node);
            }
        }

        return merged;
    }

    private static TaxonomyFileNode Merge(string path, string above, TaxonomyFileNode lower, TaxonomyFileNode upper) => lower with
    {
        Name = upper.Name ?? lower.Name,
        Description = upper.Description ?? lower.Description,
        Share = upper.Share ?? lower.Share,
        Keywords = Join(lower.Keywords, upper.Keywords),
        Names = Join(lower.Names, upper.Names),
        Hints = Join(lower.Hints, upper.Hints),
        Examples = Join(lower.Examples, upper.Examples),
        Traits = upper.Traits is not { } traits ? lower.Traits : new TaxonomyFileTraits
        {
            TypicalVideoLength = traits.TypicalVideoLength ?? lower.Traits?.TypicalVideoLength,
            Pacing = traits.Pacing ?? lower.Traits?.Pacing,
            CtaStrength = traits.CtaStrength ?? lower.Traits?.CtaStrength,
        },
        Children = Merge(path, above + lower.Key + NicheTaxonomy.PathSeparator, lower.Children ?? [], upper.Children ?? []),
    };

    private static IReadOnlyList<string>? Join(IReadOnlyList<string>? lower, IReadOnlyList<string>? upper) =>
        lower is null ? upper : upper is null ? lower : [.. lower.Union(upper, StringComparer.OrdinalIgnoreCase)];
}
