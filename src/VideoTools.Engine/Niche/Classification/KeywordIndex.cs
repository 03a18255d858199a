// Method: a trie over stems; from each word of a text the longest phrases of every node are found by walking down. A phrase counts by its
// rarity, ln(1 + nodes / nodes that have it) (inverse document frequency, Sparck Jones 1972), by its length, because two words together
// are no accident, and by its kind: hints count a quarter, and so does a subject by its verb alone ("program" for "programming", "code"
// for "coding"), which other subjects use, too. Words match whole, so "ai" is not found in "said".
// Cost: building O(words of all phrases); a text O(words x longest phrase).
namespace VideoTools.Engine.Niche.Classification;

/// <summary>Finds the keywords of a taxonomy in texts. Immutable, thread-safe.</summary>
internal sealed class KeywordIndex
{
    private const double HintWeight = 0.25;
    private const double WeightOfFurtherWord = 0.6;

    private const string EndingOfSubject = "ing";

    private readonly Branch _root = new();

    /// <summary>Indexes the keywords, names and hints of all nodes.</summary>
    public KeywordIndex(IReadOnlyList<TaxonomyNode> nodes)
    {
        var entries = nodes.SelectMany((node, number) => node.Keyword.Concat(node.ProperName)
                .Select(k => (Phrase: k, Node: number, IsKeyword: true))
                .Concat(node.Hint.Select(h => (Phrase: h, Node: number, IsKeyword: false))))
            .Select(e => (e.Phrase, e.Node, e.IsKeyword, Stems: TextWords.Stems(e.Phrase)))
            .Where(e => e.Stems.Count > 0)
            .GroupBy(e => (e.Node, Joined: string.Join(' ', e.Stems)))
            .ToList();
        var owners = entries.GroupBy(e => e.Key.Joined, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        foreach (var same in entries)
        {
            var (phrase, node, isKeyword, stems) = same.First();
            var rarity = Math.Log(1 + ((double)nodes.Count / owners[same.Key.Joined]));
            var weight = rarity * (1 + (WeightOfFurtherWord * (Math.Min(stems.Count, 4) - 1))) * (isKeyword ? 1 : HintWeight);
            var isSubject = isKeyword && stems.Count == 1 && same.Where(e => e.IsKeyword).All(e => IsSubject(e.Phrase));
            _root.Add(stems, 0, new KeywordMatch(node, phrase, weight, stems.Count, isKeyword, isSubject));
        }
    }

    /// <summary>Every phrase at every place; of one node and place the longest only.</summary>
    /// <param name="words">The words of a text, as <see cref="TextWords.Split"/> gives them.</param>
    public IEnumerable<KeywordMatch> Find(IReadOnlyList<string> words)
    {
        string[] stems = [.. words.Select(WordStem.Of)];
        var found = new Dictionary<int, KeywordMatch>();
        var until = new Dictionary<int, int>();
        for (var start = 0; start < stems.Length; start++)
        {
            found.Clear();
            var branch = _root;
            for (var i = start; i < stems.Length && branch.Next(stems[i]) is { } next; i++)
            {
                branch = next;
                foreach (var match in branch.Matches)
                {
                    found[match.Node] = match;
                }
            }

            foreach (var match in found.Values)
            {
                // "video" inside of "video marketing" of the same node says nothing new.
                if (!until.TryGetValue(match.Node, out var end) || start + match.Length > end)
                {
                    until[match.Node] = start + match.Length;
                    yield return match.IsSubject && !IsSubject(words[start]) ? match with { Weight = HintWeight * match.Weight } : match;
                }
            }
        }
    }

    private static bool IsSubject(string word) => word.EndsWith(EndingOfSubject, StringComparison.OrdinalIgnoreCase);

    private sealed class Branch
    {
        private Dictionary<string, Branch>? _next;

        public List<KeywordMatch> Matches { get; } = [];

        public Branch? Next(string stem) => _next?.GetValueOrDefault(stem);

        public void Add(List<string> stems, int at, KeywordMatch match)
        {
            if (at == stems.Count)
            {
                Matches.Add(match);
                return;
            }

            _next ??= new Dictionary<string, Branch>(StringComparer.Ordinal);
            if (!_next.TryGetValue(stems[at], out var next))
            {
                _next.Add(stems[at], next = new Branch());
            }

            next.Add(stems, at + 1, match);
        }
    }
}
