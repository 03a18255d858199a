// Method: the language of each window is decided by itself, with what the file spoke before as a prior: score = w x log p(language |
// window) + log prior, with w = a quarter of the seconds of speech (at most 2: a network is surer than it ought to be; at least 0.25: a
// word may be of any language) and prior = (share of the speech so far) x 0.8 + 0.2 / 20. So a short window follows the file, and ten
// seconds of another language change it. A file begins without a prior: its first windows vote together until one has a probability of a
// half. Languages can be limited: the others have probability 0. Source: Radford et al. 2022, section 4.5 (language identification); the
// prior is ours: one decision a file, as it is usually made, turns the second language into nonsense (faster-whisper #918, whisper.cpp
// #1800). Units: natural logarithms. Cost: negligible.
namespace VideoTools.Engine.Features.Speech;

/// <summary>Decides which language a stretch of speech is in.</summary>
/// <param name="given">Codes, separated by commas; one is taken without a vote; null for all.</param>
/// <param name="all">All languages that the model knows.</param>
internal sealed class LanguageVote(string? given, IEnumerable<string> all)
{
    private const double SecondsPerUnit = 4, LeastWeight = 0.25, MostWeight = 2;
    private const double Stays = 0.8, UsualLanguages = 20;

    private readonly string[] _codes = given is null ? [.. all] : SpeechLanguages.Split(given);
    private readonly Dictionary<string, double> _seconds = new(StringComparer.Ordinal);
    private double[]? _undecided;

    /// <summary>The languages to choose among.</summary>
    public IReadOnlyList<string> Codes => _codes;

    /// <summary>The language of most of the speech so far; null before the first window.</summary>
    public string? Leading => _seconds.Count == 0 ? null : _seconds.MaxBy(pair => pair.Value).Key;

    /// <summary>Takes a window's vote.</summary>
    /// <param name="vocabulary">The tokens of the languages.</param>
    /// <param name="logits">The logits after the start of its transcript.</param>
    /// <param name="seconds">Its seconds of speech.</param>
    /// <returns>The language to use for it, and how likely the window alone makes it, 0 to 1.</returns>
    public (string Language, double Probability) Next(WhisperVocabulary vocabulary, ReadOnlySpan<float> logits, double seconds)
    {
        var known = new float[vocabulary.Languages.Count];
        foreach (var (i, token) in vocabulary.Languages.Values.Index())
        {
            known[i] = logits[token];
        }

        var norm = TokenRules.LogSumExp(known);
        var own = new double[_codes.Length];
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = logits[vocabulary.Languages[_codes[i]]] - norm;
        }

        return Next(own, seconds);
    }

    /// <summary>Takes a window's vote.</summary>
    /// <param name="own">Natural logarithm of each language's probability by the window alone, in order of <see cref="Codes"/>.</param>
    /// <param name="seconds">Its seconds of speech.</param>
    /// <returns>The language to use for it, and how likely the window alone makes it, 0 to 1.</returns>
    public (string Language, double Probability) Next(double[] own, double seconds)
    {
        var best = _codes.Length == 1 ? 0 : Decide(own, Math.Max(seconds, 0.1));
        _seconds[_codes[best]] = _seconds.GetValueOrDefault(_codes[best]) + Math.Max(seconds, 0.1);
        return (_codes[best], Math.Exp(own[best]));
    }

    private int Decide(double[] own, double seconds)
    {
        var weight = Math.Clamp(seconds / SecondsPerUnit, LeastWeight, MostWeight);
        var total = _seconds.Values.Sum();
        var scores = new double[own.Length];
        for (var i = 0; i < own.Length; i++)
        {
            var share = total > 0 ? _seconds.GetValueOrDefault(_codes[i]) / total : 0;
            var prior = _undecided is null ? (Stays * share) + ((1 - Stays) / UsualLanguages) : 1;
            scores[i] = (weight * own[i]) + (total > 0 ? Math.Log(prior) : 0) + (_undecided?[i] ?? 0);
        }

        var best = scores.IndexOf(scores.Max());

        // No language has half of what this window and those before it say together.
        var sum = scores.Sum(score => Math.Exp(score - scores[best]));
        _undecided = (total == 0 || _undecided is not null) && sum > 2 ? scores : null;
        return best;
    }
}
