// Method: grid search for the constants under which the calibration half is likeliest: the mean negative logarithm of the probability of the
// right category ("none of these" for texts of no niche). Cost: a classification of the half for each point; a minute by meaning.
using VideoTools.Engine.Analysis.Niche.Classification;
using VideoTools.Engine.Analysis.Niche.Taxonomy;
using VideoTools.TestMedia.Niche;

namespace VideoTools.Benchmarks.Niche;

/// <summary>Fits the constants of <see cref="NicheParameters"/>.</summary>
internal sealed class NicheFit
{
    private readonly NicheTaxonomy _taxonomy = TaxonomyReader.Read(null);
    private readonly List<(LabelledText Text, double[] Keywords, double[]? Meanings)> _scores;

    public NicheFit(IEnumerable<LabelledText> texts)
    {
        var reader = new EvidenceReader(new HashtagSplitter(_taxonomy.Nodes.SelectMany(n => n.Keyword.Concat(n.ProperName).Concat(n.Hint).Append(n.Name))));
        var keywords = new KeywordScorer(_taxonomy);
        var meanings = new MeaningScorer(_taxonomy, new TextEmbedder(InferenceDevice.Cpu));
        _scores = [.. texts.Where(t => t.Kind != "ambiguous").Select(t =>
        {
            var read = reader.Read(t.Evidence);
            return (t, keywords.Score(read).Leaves, meanings.Score(read, default));
        })];
    }

    /// <summary>The best constants of a scorer, and their loss.</summary>
    public (NicheParameters Parameters, double Loss) Fit(NicheScorer scorer)
    {
        double[] keywordGains = scorer == NicheScorer.Meaning ? [0] : [0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1.0, 1.25];
        double[] meaningGains = scorer == NicheScorer.Keyword ? [0] : [4, 6, 8, 10, 12, 15, 18, 22, 27, 32];
        double[] noneLogits = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8];
        return (from k in keywordGains from m in meaningGains from n in noneLogits select new NicheParameters(k, m, n))
            .Select(p => (p, Loss(p, scorer))).MinBy(p => p.Item2);
    }

    private double Loss(NicheParameters parameters, NicheScorer scorer) => _scores.Average(s =>
    {
        var decision = NicheDecision.Of(
            _taxonomy, parameters, scorer == NicheScorer.Meaning ? null : s.Keywords, scorer == NicheScorer.Keyword ? null : s.Meanings);
        var right = s.Text.Kind == "off"
            ? 1 - _taxonomy.Roots.Sum(decision.ProbabilityOf)
            : decision.ProbabilityOf(_taxonomy.Roots.Single(r => _taxonomy.Nodes[r].Key == s.Text.Paths[0].Split(" > ")[0]));
        return -Math.Log(Math.Max(right, 1e-6));
    });
}
