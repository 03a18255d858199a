namespace VideoTools.Engine.Niche.Classification;

/// <summary>What the keywords of a text come to.</summary>
/// <param name="Leaves">Scores of the leaves, in the taxonomy's order.</param>
/// <param name="Own">Scores of all nodes by their own phrases.</param>
/// <param name="Phrases">The phrases found.</param>
/// <param name="Sources">What each source gave to each node.</param>
/// <param name="Lone">Of each leaf, in the taxonomy's order, the stem of the one word that speaks for it, where that word may mean
/// something else; null for all others.</param>
internal sealed record KeywordScores(
    double[] Leaves,
    double[] Own,
    IReadOnlyList<(KeywordMatch Match, double Sum)> Phrases,
    IReadOnlyDictionary<(int Node, string Source), double> Sources,
    string?[] Lone)
{
    /// <summary>The ambiguous word that alone speaks for the leaf with the highest score; null where there is none.</summary>
    public string? Doubtful => Leaves.Length == 0 ? null : Leaves.IndexOf(Leaves.Max()) is var top && Leaves[top] > 0 ? Lone[top] : null;

    /// <summary>Scores of the leaves, where an ambiguous word that speaks alone counts as far as the rest of the text agrees.</summary>
    /// <param name="meanings">Cosines of the leaves with the text without such words; null where there is none.</param>
    public double[] Agreed(double[]? meanings) =>
    [
        .. Leaves.Select((score, leaf) => Lone[leaf] is null
            ? score
            : score * (meanings is null ? NicheParameters.AgreementUnknown : NicheParameters.Agreement(meanings[leaf]))),
    ];

    /// <summary>The keywords of a node and of those above it, weightiest first.</summary>
    public IEnumerable<string> KeywordsOf(IReadOnlyCollection<int> path) => Phrases
        .Where(p => path.Contains(p.Match.Node) && p.Match.IsKeyword)
        .OrderByDescending(p => p.Sum).ThenBy(p => p.Match.Phrase, StringComparer.Ordinal)
        .Select(p => p.Match.Phrase).Distinct(StringComparer.Ordinal);
}
