// Method: what the matches of a node count, over all texts: weight of the text x weight of the phrase, a phrase said again counting
// less and less (1 + ln n), and so does each further phrase of a node (0.8 of the one before). A leaf also gets a part of what the
// nodes above it have, so that "software" speaks for every niche of software a little.
// Cost: see KeywordIndex.
using VideoTools.Engine.Taxonomy;

namespace VideoTools.Engine.Niche.Classification;

/// <summary>Scores the leaves of a taxonomy by keywords. Immutable, thread-safe.</summary>
internal sealed class KeywordScorer(NicheTaxonomy taxonomy)
{
    private const double ShareOfAbove = 0.5;
    private const double ShareOfNext = 0.8;
    private static readonly string[] SaidOfEverything = ["a", "the", "how", "to", "for", "in", "of", "and", "my", "your", "with", "on"];

    private readonly KeywordIndex _index = new(taxonomy.Nodes);
    private readonly HashSet<string> _ambiguous = [.. taxonomy.Ambiguous.SelectMany(TextWords.Stems)];

    /// <summary>Scores the texts.</summary>
    public KeywordScores Score(IReadOnlyList<EvidenceText> texts)
    {
        var own = new double[taxonomy.Nodes.Count];
        var phrases = new Dictionary<(int Node, string Phrase), (KeywordMatch Match, double Sum)>();
        var sources = new Dictionary<(int Node, string Source), double>();
        foreach (var text in texts)
        {
            var words = TextWords.Split(text.Text);

            // A long speech has every common word in it sooner or later.
            var dilution = 1 / Math.Sqrt(Math.Max(1, words.Count / 40.0));
            foreach (var group in _index.Find(words).GroupBy(m => (m.Node, m.Phrase)))
            {
                var match = group.First();
                var sum = text.Weight * dilution * match.Weight * (1 + Math.Log(group.Count()));
                var both = phrases.TryGetValue(group.Key, out var before)
                    ? Math.Max(before.Sum, sum) + (0.3 * Math.Min(before.Sum, sum))
                    : sum;
                phrases[group.Key] = (match, both);
                sources[(match.Node, text.Source)] = sources.GetValueOrDefault((match.Node, text.Source)) + sum;
            }
        }

        // Tags are often there for reach: the tenth keyword of a node says less than the first.
        foreach (var node in phrases.GroupBy(p => p.Key.Node))
        {
            var share = 1.0;
            foreach (var sum in node.Select(p => p.Value.Sum).OrderDescending())
            {
                own[node.Key] += sum * share;
                share *= ShareOfNext;
            }
        }

        double[] leaves =
        [
            .. taxonomy.Leaves.Select(leaf =>
                taxonomy.PathOf(leaf).Select((node, depth) => own[node] * Math.Pow(ShareOfAbove, depth)).Sum()),
        ];
        string?[] lone = [.. taxonomy.Leaves.Select(leaf => Lone([.. taxonomy.PathOf(leaf)], phrases.Values))];
        return new KeywordScores(leaves, own, [.. phrases.Values], sources, lone);
    }

    // "stock" of a node and "stock" of the one above it are one word; hints and "how to" are said about everything.
    private string? Lone(int[] path, IEnumerable<(KeywordMatch Match, double Sum)> phrases)
    {
        string[] stems =
        [
            .. phrases.Where(p => p.Match.IsKeyword && path.Contains(p.Match.Node))
                .SelectMany(p => TextWords.Stems(p.Match.Phrase))
                .Where(stem => !SaidOfEverything.Contains(stem))
                .Distinct(StringComparer.Ordinal)
                .Take(2),
        ];
        return stems is [var only] && _ambiguous.Contains(only) ? only : null;
    }
}
