// The rule of the system before, on the same nodes: the text in lower case, a keyword counts when it is a substring of it, each path that owns
// the keyword gains its depth, the best path wins, ties go to the one inserted first. Cost: keywords x length of the text.
namespace VideoTools.Benchmarks.Niche;

/// <summary>Substring and depth: the baseline.</summary>
/// <param name="nodes">The nodes.</param>
/// <param name="withNamesAndHints">True gives it every word of the file, which it never had.</param>
internal sealed class SubstringBaseline(IReadOnlyList<TaxonomyNode> nodes, bool withNamesAndHints = false)
{
    /// <summary>The path of a text; null when no keyword is in it.</summary>
    public TaxonomyNode? Classify(NicheEvidence evidence)
    {
        var metadata = evidence.Metadata;
        var text = string.Join(' ', [metadata?.Title ?? "", metadata?.Caption ?? "", .. metadata?.Hashtags ?? ValueList<string>.Empty, evidence.Template?.Transcript ?? ""])
            .ToLowerInvariant();
        TaxonomyNode? best = null;
        var most = 0;
        foreach (var node in nodes)
        {
            var score = (withNamesAndHints ? node.Keyword.Concat(node.ProperName).Concat(node.Hint) : node.Keyword).Count(k => text.Contains(k.ToLowerInvariant(), StringComparison.Ordinal)) * node.Level;
            if (score > most)
            {
                (best, most) = (node, score);
            }
        }

        return best;
    }
}
