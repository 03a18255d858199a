// Method: leaves, weighted by how common their videos are, compete with each other and with "none of these" in a softmax; the
// probability of a node is the sum over its leaves. The answer goes down from the likeliest category to its likeliest child, as long as
// that child has a third of its parent's probability at least. Confidence is the category's probability; the constants were fitted so
// that it is the share of right answers (Guo et al. 2017, "On calibration of modern neural networks"). Ties go to the node that comes
// first in the file. Cost: linear in the nodes.
using VideoTools.Engine.Taxonomy;

namespace VideoTools.Engine.Niche.Classification;

/// <summary>From scores to an answer.</summary>
internal sealed class NicheDecision
{
    private const double ShareToGoDown = 1.0 / 3;
    private readonly NicheTaxonomy _taxonomy;
    private readonly double[] _probabilities;

    private NicheDecision(NicheTaxonomy taxonomy, double[] probabilities)
    {
        _taxonomy = taxonomy;
        _probabilities = probabilities;
        Path = FindPath();
    }

    /// <summary>Numbers of the nodes of the answer, the category first; never empty.</summary>
    public IReadOnlyList<int> Path { get; }

    /// <summary>Probability of the category, 0 to 1.</summary>
    public double Confidence => _probabilities[Path[0]];

    /// <summary>Decides.</summary>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <param name="parameters">How scores become probabilities.</param>
    /// <param name="keywords">Scores of the leaves by keywords; null when not asked for.</param>
    /// <param name="meanings">Cosines of the leaves; null when not asked for.</param>
    public static NicheDecision Of(NicheTaxonomy taxonomy, NicheParameters parameters, double[]? keywords, double[]? meanings)
    {
        var logits = new double[taxonomy.Leaves.Count];
        for (var i = 0; i < logits.Length; i++)
        {
            logits[i] = taxonomy.Certainty * (taxonomy.PathOf(taxonomy.Leaves[i]).Sum(n => Math.Log(taxonomy.Nodes[n].Share))
                + (parameters.KeywordGain * (keywords?[i] ?? 0))
                + (meanings is null ? 0 : parameters.MeaningGain * (meanings[i] - NicheParameters.MeaningOrigin)));
        }

        var none = taxonomy.IsExhaustive ? double.NegativeInfinity : taxonomy.Certainty * parameters.NoneLogit;
        var top = Math.Max(logits.Max(), none);
        var sum = logits.Sum(l => Math.Exp(l - top)) + Math.Exp(none - top);
        var probabilities = new double[taxonomy.Nodes.Count];
        for (var i = 0; i < logits.Length; i++)
        {
            foreach (var node in taxonomy.PathOf(taxonomy.Leaves[i]))
            {
                probabilities[node] += Math.Exp(logits[i] - top) / sum;
            }
        }

        return new NicheDecision(taxonomy, probabilities);
    }

    /// <summary>Probability of a node.</summary>
    public double ProbabilityOf(int node) => _probabilities[node];

    /// <summary>The likeliest leaves that are not the answer.</summary>
    public IEnumerable<int> Alternatives(int count) => _taxonomy.Leaves.Where(leaf => leaf != Path[^1])
        .OrderByDescending(leaf => _probabilities[leaf]).ThenBy(leaf => leaf).Take(count).Where(leaf => _probabilities[leaf] >= 0.005);

    private List<int> FindPath()
    {
        var path = new List<int> { Likeliest(_taxonomy.Roots) };
        while (_taxonomy.ChildrenOf(path[^1]) is { Count: > 0 } children)
        {
            var child = Likeliest(children);
            if (_probabilities[child] < ShareToGoDown * _probabilities[path[^1]])
            {
                break;
            }

            path.Add(child);
        }

        return path;
    }

    private int Likeliest(IReadOnlyList<int> nodes) => nodes.MaxBy(n => _probabilities[n]);
}
