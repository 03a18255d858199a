namespace VideoTools.Engine.Niche.Classification;

/// <summary>What the keywords of a text come to.</summary>
/// <param name="Leaves">Scores of the leaves, in the taxonomy's order.</param>
/// <param name="Own">Scores of all nodes by their own phrases.</param>
/// <param name="Phrases">The phrases found.</param>
/// <param name="Sources">What each source gave to each node.</param>
internal sealed record KeywordScores(
    double[] Leaves,
    double[] Own,
    IReadOnlyList<(KeywordMatch Match, double Sum)> Phrases,
    IReadOnlyDictionary<(int Node, string Source), double> Sources)
{
    /// <summary>The keywords of a node and of those above it, weightiest first.</summary>
    public IEnumerable<string> KeywordsOf(IReadOnlyCollection<int> path) => Phrases
        .Where(p => path.Contains(p.Match.Node) && p.Match.IsKeyword)
        .OrderByDescending(p => p.Sum).ThenBy(p => p.Match.Phrase, StringComparer.Ordinal)
        .Select(p => p.Match.Phrase).Distinct(StringComparer.Ordinal);
}
