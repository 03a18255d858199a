// Method: of what may follow (TokenRules) the likeliest token is taken, or at a temperature above 0 one drawn from the distribution at
// that temperature, with a generator seeded by the temperature, so that the same sound gives the same text.
// Source: Radford et al. 2022, section 4.5. Units: natural logarithms. Cost: see TokenRules.
namespace VideoTools.Engine.Features.Speech;

/// <summary>A transcript of one window while it grows. Not thread-safe.</summary>
internal sealed class SequenceBuilder(WhisperVocabulary vocabulary, TokenRules rules, double temperature)
{
    // Half of the decoder's 448 positions, as Whisper was trained: no 30 s of speech need more.
    private const int MaxTokens = 224;

    private readonly Random _random = new((int)(temperature * 1000) + 1);
    private readonly List<int> _tokens = [];
    private readonly List<float> _probabilities = [];
    private float[] _logits = [];
    private double _sum;

    /// <summary>True when nothing follows.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Chooses the next token.</summary>
    /// <param name="logits">One value per token, after everything so far.</param>
    /// <returns>The token, to be given to the decoder unless <see cref="IsDone"/>.</returns>
    public int Add(ReadOnlySpan<float> logits)
    {
        _logits = _logits.Length == logits.Length ? _logits : new float[logits.Length];
        logits.CopyTo(_logits);
        rules.Apply(_logits, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_tokens));
        var norm = TokenRules.LogSumExp(_logits);
        var token = temperature == 0 ? _logits.AsSpan().IndexOf(TokenRules.Max(_logits)) : Draw();
        var logProbability = _logits[token] - norm;
        _sum += logProbability;
        if (token == vocabulary.EndOfText)
        {
            IsDone = true;
            return token;
        }

        _tokens.Add(token);
        _probabilities.Add(MathF.Exp(logProbability));
        IsDone = _tokens.Count == MaxTokens || IsLooping();
        return token;
    }

    /// <summary>What was said.</summary>
    public DecodedSequence Build()
    {
        var text = vocabulary.Decode(_tokens);
        return new DecodedSequence(
            _tokens, _probabilities, text, _sum / (_tokens.Count + 1), SequenceDecoder.CompressionRatio(text.Trim()), temperature);
    }

    private int Draw()
    {
        var max = TokenRules.Max(_logits);
        var total = 0.0;
        foreach (var logit in _logits)
        {
            total += Weight(logit);
        }

        var left = _random.NextDouble() * total;
        var last = 0;
        for (var i = 0; i < _logits.Length; i++)
        {
            var weight = Weight(_logits[i]);
            if (weight > 0)
            {
                last = i;
                left -= weight;
                if (left < 0)
                {
                    return i;
                }
            }
        }

        return last;

        double Weight(float logit) => logit - max > -30 * temperature ? Math.Exp((logit - max) / temperature) : 0;
    }

    // The text repeats the same tokens six times over: it will go on to the limit, and its compression ratio condemns it anyway.
    private bool IsLooping()
    {
        const int repeats = 6;
        for (var period = 1; period <= 16 && period * repeats <= _tokens.Count; period++)
        {
            var length = period * repeats;
            if (length < 30)
            {
                continue;
            }

            var start = _tokens.Count - length;
            var same = true;
            for (var i = start + period; i < _tokens.Count && same; i++)
            {
                same = _tokens[i] == _tokens[i - period];
            }

            if (same)
            {
                return true;
            }
        }

        return false;
    }
}
