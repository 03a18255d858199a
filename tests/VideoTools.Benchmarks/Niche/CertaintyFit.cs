// Method: the factor on all logits (the inverse of a temperature, Guo et al. 2017) under which the right categories are likeliest. It changes
// no answer of a taxonomy of one level. Cost: one classification of the texts.
using VideoTools.Engine.Niche.Classification;
using VideoTools.Engine.Taxonomy;
using VideoTools.TestMedia.Niche;

namespace VideoTools.Benchmarks.Niche;

/// <summary>Fits "certainty" of the taxonomy with YouTube's categories.</summary>
internal static class CertaintyFit
{
    public static double Best(IEnumerable<LabelledText> texts)
    {
        var read = TaxonomyReader.Read("youtube");
        var scores = new NicheScores(read, texts);
        return Enumerable.Range(1, 40).Select(i => i / 40.0).MinBy(certainty => scores.Loss(
            new NicheTaxonomy(read.Name, read.Description, read.IsExhaustive, read.MinimumConfidence, certainty, read.Nodes, [.. Enumerable.Range(0, read.Nodes.Count).Select(read.ParentOf)]),
            NicheParameters.Of(NicheScorer.Both), NicheScorer.Both));
    }
}
