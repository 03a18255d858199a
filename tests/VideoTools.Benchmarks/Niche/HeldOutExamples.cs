// Method: five-fold cross-validation over the example titles of a taxonomy: each fold's titles are taken out of the file and must be found
// by what is left of it. No title of the sets that accuracy is reported on takes part. Cost: five times the prototypes of the file.
using VideoTools.Engine.Niche.Classification;
using VideoTools.Engine.Taxonomy;

namespace VideoTools.Benchmarks.Niche;

/// <summary>How well the meaning scorer finds titles that the taxonomy does not have.</summary>
internal static class HeldOutExamples
{
    private const int Folds = 5;

    /// <summary>Share of the held-out titles whose leaf comes first, and how many there are.</summary>
    public static (double Share, int Titles) Measure(NicheTaxonomy taxonomy, double headWeight)
    {
        var (right, all) = (0, 0);
        int[] parents = [.. Enumerable.Range(0, taxonomy.Nodes.Count).Select(taxonomy.ParentOf)];
        for (var fold = 0; fold < Folds; fold++)
        {
            TaxonomyNode[] nodes = [.. taxonomy.Nodes.Select(n => n with { Example = new ValueList<string>(n.Example.Where((_, i) => i % Folds != fold)) })];
            var left = new NicheTaxonomy(taxonomy.Name, taxonomy.Description, taxonomy.IsExhaustive, taxonomy.MinimumConfidence, taxonomy.Certainty, nodes, parents, taxonomy.Ambiguous);
            var scorer = new MeaningScorer(left, new TextEmbedder(InferenceDevice.Cpu), headWeight);
            for (var leaf = 0; leaf < taxonomy.Leaves.Count; leaf++)
            {
                foreach (var title in taxonomy.Nodes[taxonomy.Leaves[leaf]].Example.Where((_, i) => i % Folds == fold))
                {
                    var scores = scorer.Score([new EvidenceText("title", title, 1)], default)!;
                    right += Array.IndexOf(scores, scores.Max()) == leaf ? 1 : 0;
                    all++;
                }
            }
        }

        return ((double)right / all, all);
    }
}
