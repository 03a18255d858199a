// Method: the texts about a video are scored by keywords and by meaning (each alone when asked for), NicheDecision makes an answer of it.
// The embedding model knows English: where a text is in another language, meaning counts for half as much, and where it is in another
// script, not at all; keywords in the language of the text are found in any. Where one word decides that the taxonomy calls ambiguous
// ("stock"), it counts as far as the text without it agrees, by meaning, and meaning is that of the rest: the word itself pulls it along.
// Cost: well below 1 ms by keywords, some ms by meaning.
using VideoTools.Engine.Taxonomy;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Niche.Classification;

/// <summary>Finds niches in a taxonomy. Thread-safe.</summary>
internal sealed class NicheClassifier : INicheClassifier
{
    private const double MeaningOfForeignText = 0.5;
    private const int LeastContext = 2;
    private static readonly string[] OtherScripts = ["zh", "ja", "ko", "ru", "ar", "he", "hi", "th", "el"];

    private readonly NicheTaxonomy _taxonomy;
    private readonly NicheOptions _options;
    private readonly NicheParameters _parameters;
    private readonly EvidenceReader _reader;
    private readonly KeywordScorer _keywords;
    private readonly MeaningScorer? _meanings;
    private readonly double _minimum;

    /// <summary>Creates a classifier.</summary>
    /// <param name="taxonomy">The niches to choose from.</param>
    /// <param name="options">How to choose.</param>
    /// <param name="embedder">For meanings, which are left out without it.</param>
    /// <param name="store">Keeps what is known of the taxonomy.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public NicheClassifier(NicheTaxonomy taxonomy, NicheOptions options, TextEmbedder? embedder = null, VectorStore? store = null)
    {
        if (options.MinimumConfidence is { } given && !(given is >= 0 and <= 1))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The minimum confidence is {given}; it lies between 0 and 1."), nameof(options));
        }

        if (options.AlternativeCount < 0)
        {
            throw new ArgumentException("The number of alternatives is negative.", nameof(options));
        }

        _taxonomy = taxonomy;
        _options = options;
        _parameters = NicheParameters.Of(options.Scorer);
        _reader = new EvidenceReader(new HashtagSplitter(
            taxonomy.Nodes.SelectMany(n => n.Keyword.Concat(n.ProperName).Concat(n.Hint).Append(n.Name))));
        _keywords = new KeywordScorer(taxonomy);
        _meanings = embedder is null ? null : new MeaningScorer(taxonomy, embedder, store: store);
        _minimum = options.MinimumConfidence
            ?? taxonomy.MinimumConfidence
            ?? (taxonomy.IsExhaustive ? 0 : NicheParameters.MinimumConfidence);
    }

    public IReadOnlyList<TaxonomyNode> Taxonomy => _taxonomy.Nodes;

    public string Version => FormattableString.Invariant($"{_taxonomy.Version}:{_options.Scorer}:{_minimum}:{_parameters}");

    public VideoNiche Classify(NicheEvidence evidence, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        cancellationToken.ThrowIfCancellationRequested();
        using var work = CurrentWork.Begin(cancellationToken);
        var texts = _reader.Read(evidence);
        var language = LanguageGuess.Of(string.Join(' ', texts.Select(t => t.Text))) ?? evidence.Template?.SpeechLanguage;
        var row = NicheRow.Of(evidence) with
        {
            Scorer = _options.Scorer,
            Language = language,
            TextSample = EvidenceReader.Sample(evidence),
        };
        var keywords = _keywords.Score(texts);
        var meanings = _meanings is null || (language is not null && OtherScripts.Contains(language, StringComparer.Ordinal))
            ? null
            : Discount(_meanings.Score(texts, cancellationToken), language);
        if (texts.Count == 0 || (meanings is null && keywords.Leaves.All(s => s == 0)))
        {
            return row;
        }

        var agreed = keywords.Leaves;
        if (keywords.Doubtful is not null && language is null or "en")
        {
            var rest = WithoutDoubtful(texts, keywords);
            var without = meanings is null || rest.Count == 0 ? null : _meanings!.Score(rest, cancellationToken);
            agreed = meanings is not null && rest.Count == 0 ? agreed : keywords.Agreed(without);
            meanings = without ?? meanings;
        }

        var decision = NicheDecision.Of(_taxonomy, _parameters, _options.Scorer == NicheScorer.Meaning ? null : agreed, meanings);
        var alternatives = new ValueList<string>(decision.Alternatives(_options.AlternativeCount)
            .Select(n => FormattableString.Invariant($"{_taxonomy.Nodes[n].FullPath}@{decision.ProbabilityOf(n):0.00}")));
        if (decision.Confidence < _minimum)
        {
            return row with { Confidence = Math.Round(decision.Confidence, 4), Alternatives = alternatives };
        }

        var last = _taxonomy.Nodes[decision.Path[^1]];
        return row with
        {
            Category = _taxonomy.Nodes[decision.Path[0]].Key,
            Subcategory = decision.Path.Count > 1 ? _taxonomy.Nodes[decision.Path[1]].Key : null,
            MicroNiche = decision.Path.Count > 2 ? last.Key : null,
            FullPath = last.FullPath,
            Confidence = Math.Round(decision.Confidence, 4),
            MatchedKeyword = new ValueList<string>(keywords.KeywordsOf([.. decision.Path])),
            Alternatives = alternatives,
            Source = new ValueList<string>(Sources(texts, keywords, decision.Path)),
            TypicalVideoLength = last.TypicalVideoLength,
            Pacing = last.Pacing,
            CtaStrength = last.CtaStrength,
        };
    }

    // Texts of which nothing is left to judge by are left out.
    private static List<EvidenceText> WithoutDoubtful(List<EvidenceText> texts, KeywordScores keywords)
    {
        var doubtful = keywords.Lone.OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. texts
                .Select(text => (Text: text, Words: TextWords.Split(text.Text).FindAll(word => !doubtful.Contains(WordStem.Of(word)))))
                .Where(pair => pair.Words.Count(word => word.Length > 2) >= LeastContext)
                .Select(pair => pair.Text with { Text = string.Join(' ', pair.Words) }),
        ];
    }

    private static double[]? Discount(double[]? meanings, string? language) => meanings is null || language is null or "en"
        ? meanings
        : [.. meanings.Select(m => NicheParameters.MeaningOrigin + (MeaningOfForeignText * (m - NicheParameters.MeaningOrigin)))];

    // By keywords where there are some; otherwise what the meaning was read from.
    private static IEnumerable<string> Sources(List<EvidenceText> texts, KeywordScores keywords, IReadOnlyList<int> path)
    {
        var sums = keywords.Sources.Where(s => path.Contains(s.Key.Node)).GroupBy(s => s.Key.Source, StringComparer.Ordinal)
            .Select(g => (Source: g.Key, Sum: g.Sum(s => s.Value)))
            .OrderByDescending(s => s.Sum)
            .ThenBy(s => s.Source, StringComparer.Ordinal)
            .ToList();
        return sums.Count > 0
            ? sums.Select(s => s.Source)
            : texts.OrderByDescending(t => t.Weight).Select(t => t.Source).Distinct(StringComparer.Ordinal);
    }
}
