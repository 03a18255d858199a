// Method: every leaf has prototypes: its description, its example titles, and its keywords by the dozen. A text's score for a leaf is half
// the best cosine and half the mean of the three best ones, so that one lucky prototype does not decide alone: that says how near a text
// is to anything the taxonomy knows. Which leaf it is, a linear classifier over the prototypes tells better (MeaningHead): its
// logarithm of the probability, against that of a guess, is added in small. The headline (title, text, hashtags, description) and what
// is said or shown are embedded apart and mixed by weight.
// Source: nearest prototypes in an embedding space (Snell et al. 2017). Cost: prototypes once for a taxonomy and a model (about ten per
// leaf; kept in the cache), then one or two runs per text.
using System.Numerics.Tensors;
using VideoTools.Engine.Taxonomy;

namespace VideoTools.Engine.Niche.Classification;

/// <summary>Scores the leaves of a taxonomy by meaning. Thread-safe.</summary>
internal sealed class MeaningScorer
{
    private const int KeywordsOfAPrototype = 12;
    private const int PrototypesOfKeywords = 24;
    private const int BestPrototypes = 3;
    private const int HeadlineLength = 400;
    private const int SpokenLength = 600;
    private const double SpokenWeight = 0.5;

    // Cosine for a factor e of probability where the leaves have many example titles; half of it where they have as many as HalfTrust
    // in the mean, because a classifier that saw few titles is sure of the wrong things. No leaf loses more than the lowest logarithm has.
    private const double DefaultHeadWeight = 0.08;
    private const double HalfTrust = 16;
    private const double LowestLogarithm = -8;

    private readonly NicheTaxonomy _taxonomy;
    private readonly TextEmbedder _embedder;
    private readonly double _headWeight;
    private readonly Lazy<(float[][][] Prototypes, MeaningHead Head)> _knowledge;

    /// <summary>Creates a scorer; the model is loaded with the first text.</summary>
    /// <param name="taxonomy">The leaves to choose from.</param>
    /// <param name="embedder">Makes vectors of texts.</param>
    /// <param name="headWeight">Weight of what the head knows.</param>
    /// <param name="store">Keeps the vectors of the taxonomy's own texts; null computes them anew.</param>
    public MeaningScorer(
        NicheTaxonomy taxonomy, TextEmbedder embedder, double headWeight = DefaultHeadWeight, VectorStore? store = null)
    {
        var titles = taxonomy.Leaves.Average(leaf => taxonomy.Nodes[leaf].Example.Count);
        _headWeight = headWeight * titles / (titles + HalfTrust);
        _taxonomy = taxonomy;
        _embedder = embedder;
        _knowledge = new Lazy<(float[][][], MeaningHead)>(() =>
        {
            string[][] texts = [.. taxonomy.Leaves.Select(leaf => Texts(taxonomy.Nodes[leaf]).ToArray())];
            float[][] Embed() => [.. texts.SelectMany(leaf => leaf).Select(text => embedder.Embed(text, CancellationToken.None))];
            var name = store is null ? "" : $"taxonomy {taxonomy.Version}, {embedder.Identity}";
            var length = store is null ? 0 : embedder.Embed(texts[0][0], CancellationToken.None).Length;
            var count = texts.Sum(leaf => leaf.Length);
            var vectors = new Queue<float[]>(store is null ? Embed() : store(name, (count, length), Embed));
            float[][][] prototypes = [.. texts.Select(leaf => Array.ConvertAll(leaf, _ => vectors.Dequeue()))];
            return (prototypes, new MeaningHead(
                prototypes, store is null ? null : train => store("head of " + name, (texts.Length, length + 1), train)));
        });
    }

    /// <summary>Cosines of the leaves, and what the head knows, in the taxonomy's order; null when there is no text.</summary>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt.</exception>
    public double[]? Score(IReadOnlyList<EvidenceText> texts, CancellationToken cancellationToken)
    {
        var headline = Join(texts.Where(t => !IsLong(t)), HeadlineLength);
        var spoken = Join(texts.Where(IsLong), SpokenLength);
        if (headline.Length + spoken.Length == 0)
        {
            return null;
        }

        var (prototypes, head) = _knowledge.Value;
        var scores = new double[_taxonomy.Leaves.Count];
        var total = 0.0;
        (string Text, double Weight)[] parts = [(headline, 1.0), (spoken, headline.Length == 0 ? 1.0 : SpokenWeight)];
        foreach (var (text, weight) in parts.Where(p => p.Text.Length > 0))
        {
            var vector = _embedder.Embed(text, cancellationToken);
            var logarithms = head.LogProbabilities(vector);
            for (var i = 0; i < scores.Length; i++)
            {
                var information = Math.Max(logarithms[i], LowestLogarithm) + Math.Log(scores.Length);
                scores[i] += weight * (Similarity(vector, prototypes[i]) + (_headWeight * information));
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
        double[] cosines =
        [
            .. prototypes.Select(p => (double)TensorPrimitives.Dot<float>(vector, p)).OrderDescending().Take(BestPrototypes),
        ];
        return (0.5 * cosines[0]) + (0.5 * cosines.Average());
    }

    private static IEnumerable<string> Texts(TaxonomyNode node) =>
    [
        $"{node.Name}: {node.Description}",
        .. node.Example,
        .. node.Keyword.Concat(node.ProperName)
            .Chunk(KeywordsOfAPrototype)
            .Take(PrototypesOfKeywords)
            .Select(chunk => $"{node.Name}: {string.Join(", ", chunk)}"),
    ];
}
