// Method: every leaf has prototypes: its description, its example titles, and its keywords by the dozen. A text's score for a leaf is half
// the best cosine and half the mean of the three best ones, so that one lucky prototype does not decide alone. The headline (title, text,
// hashtags, description) and what is said or shown are embedded apart and mixed by weight.
// Source: nearest prototypes in an embedding space (Snell et al. 2017). Cost: prototypes once (about ten a leaf), then one or two runs a text.
using System.Numerics.Tensors;
using VideoTools.Engine.Analysis.Niche.Taxonomy;

namespace VideoTools.Engine.Analysis.Niche.Classification;

/// <summary>Scores the leaves of a taxonomy by meaning. Thread-safe.</summary>
internal sealed class MeaningScorer
{
    private const int KeywordsOfAPrototype = 12;
    private const int PrototypesOfKeywords = 24;
    private const int BestPrototypes = 3;
    private const int HeadlineLength = 400;
    private const int SpokenLength = 600;
    private const double SpokenWeight = 0.5;

    private readonly NicheTaxonomy _taxonomy;
    private readonly TextEmbedder _embedder;
    private readonly Lazy<float[][][]> _prototypes;

    /// <summary>Creates a scorer; the model is loaded with the first text.</summary>
    public MeaningScorer(NicheTaxonomy taxonomy, TextEmbedder embedder)
    {
        _taxonomy = taxonomy;
        _embedder = embedder;
        _prototypes = new Lazy<float[][][]>(() => [.. taxonomy.Leaves.Select(leaf => embedder.Embed([.. Texts(taxonomy.Nodes[leaf])], CancellationToken.None))]);
    }

    /// <summary>Cosines (-1 to 1) of the leaves, in the taxonomy's order; null when there is no text.</summary>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt.</exception>
    public double[]? Score(IReadOnlyList<EvidenceText> texts, CancellationToken cancellationToken)
    {
        var headline = Join(texts.Where(t => !IsLong(t)), HeadlineLength);
        var spoken = Join(texts.Where(IsLong), SpokenLength);
        if (headline.Length + spoken.Length == 0)
        {
            return null;
        }

        var prototypes = _prototypes.Value;
        var scores = new double[_taxonomy.Leaves.Count];
        var total = 0.0;
        foreach (var (text, weight) in new[] { (headline, 1.0), (spoken, headline.Length == 0 ? 1.0 : SpokenWeight) }.Where(p => p.Item1.Length > 0))
        {
            var vector = _embedder.Embed([text], cancellationToken)[0];
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] += weight * Similarity(vector, prototypes[i]);
            }

            total += weight;
        }

        return [.. scores.Select(s => s / total)];
    }

    private static bool IsLong(EvidenceText text) => text is { Source: "speech" } || (text.Source == "text" && text.Weight < 1);

    private static string Join(IEnumerable<EvidenceText> texts, int length)
    {
        var joined = string.Join(". ", texts.Select(t => t.Text.Replace(" . ", ", ", StringComparison.Ordinal)));
        return joined.Length <= length ? joined : joined[..length];
    }

    private static double Similarity(float[] vector, float[][] prototypes)
    {
        double[] cosines = [.. prototypes.Select(p => (double)TensorPrimitives.Dot<float>(vector, p)).OrderDescending().Take(BestPrototypes)];
        return (0.5 * cosines[0]) + (0.5 * cosines.Average());
    }

    private static IEnumerable<string> Texts(TaxonomyNode node) =>
    [
        $"{node.Name}: {node.Description}",
        .. node.Example,
        .. node.Keyword.Concat(node.ProperName).Chunk(KeywordsOfAPrototype).Take(PrototypesOfKeywords).Select(chunk => $"{node.Name}: {string.Join(", ", chunk)}"),
    ];
}
