using VideoTools.Engine.Niche.Classification;
using VideoTools.Engine.Taxonomy;
using VideoTools.TestMedia.Niche;

namespace VideoTools.Benchmarks.Niche;

/// <summary>Both scorers' scores of labelled texts, computed once: constants are tried on them.</summary>
internal sealed class NicheScores
{
    private readonly List<(LabelledText Text, KeywordScores Keywords, double[]? Meanings)> _scores;

    public NicheScores(NicheTaxonomy taxonomy, IEnumerable<LabelledText> texts)
    {
        var reader = new EvidenceReader(new HashtagSplitter(taxonomy.Nodes.SelectMany(n => n.Keyword.Concat(n.ProperName).Concat(n.Hint).Append(n.Name))));
        var keywords = new KeywordScorer(taxonomy);
        var meanings = new MeaningScorer(taxonomy, new TextEmbedder(InferenceDevice.Cpu));
        _scores = [.. texts.Select(t =>
        {
            var read = reader.Read(t.Evidence);
            return (t, keywords.Score(read), meanings.Score(read, default));
        })];
    }

    /// <summary>Mean negative logarithm of the probability of the right category, or of "none of these" for a text of no niche.</summary>
    public double Loss(NicheTaxonomy taxonomy, NicheParameters parameters, NicheScorer scorer) => _scores.Average(s =>
    {
        var decision = NicheDecision.Of(
            taxonomy, parameters, scorer == NicheScorer.Meaning ? null : s.Keywords.Leaves, scorer == NicheScorer.Keyword ? null : s.Meanings);
        var category = s.Text.Kind == "off" ? null : s.Text.Paths[0].Split(NicheTaxonomy.PathSeparator)[0];
        var right = category is null
            ? 1 - taxonomy.Roots.Sum(decision.ProbabilityOf)
            : decision.ProbabilityOf(taxonomy.Roots.Single(r => taxonomy.Nodes[r].Key == category || taxonomy.Nodes[r].Name == category));
        return -Math.Log(Math.Max(right, 1e-6));
    });
}
