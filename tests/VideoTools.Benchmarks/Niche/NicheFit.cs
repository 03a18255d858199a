// Method: grid search for the constants under which the calibration half is likeliest: the mean negative logarithm of the probability of the
// right category ("none of these" for texts of no niche), each text whole and with nothing but its title. Cost: a classification of the half, then a decision a text for each point.
using VideoTools.Engine.Niche.Classification;
using VideoTools.Engine.Taxonomy;
using VideoTools.TestMedia.Niche;

namespace VideoTools.Benchmarks.Niche;

/// <summary>Fits the constants of <see cref="NicheParameters"/>.</summary>
internal sealed class NicheFit
{
    private readonly NicheTaxonomy _taxonomy = TaxonomyReader.Read(null);
    private readonly NicheScores _scores;

    public NicheFit(IEnumerable<LabelledText> texts) => _scores = new NicheScores(
        _taxonomy, texts.Where(t => t.Kind != "ambiguous").SelectMany(t => t.TitleOnly.Evidence.Metadata!.Title is null ? [t] : new[] { t, t.TitleOnly }));

    /// <summary>The best constants of a scorer, and their loss.</summary>
    public (NicheParameters Parameters, double Loss) Fit(NicheScorer scorer)
    {
        // The gain of keywords ends at 1.25 although the likelihood would have more: who wrote these texts wrote the keywords, too, so that they
        // say that keywords never fail; on titles of others a steeper gain is no more often right, and surer when it is wrong.
        double[] keywordGains = scorer == NicheScorer.Meaning ? [0] : [0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1.0, 1.25];
        double[] meaningGains = scorer == NicheScorer.Keyword ? [0] : [4, 6, 8, 10, 12, 15, 18, 22, 27, 32];
        double[] noneLogits = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8];
        return (from k in keywordGains from m in meaningGains from n in noneLogits select new NicheParameters(k, m, n))
            .Select(p => (p, _scores.Loss(_taxonomy, p, scorer))).MinBy(p => p.Item2);
    }
}
