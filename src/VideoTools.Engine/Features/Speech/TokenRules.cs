// Method: before a token is chosen, those that may not follow are set to minus infinity. Timestamps come in pairs (end of a segment,
// start of the next), never go back, and the first token is one of the first second; when all timestamps together are likelier than
// any single text token, a timestamp is taken.
// Source: Radford et al. 2022, section 4.5.
// Units: natural logarithms. Cost: one pass over the 1,500 timestamps and the text tokens: about 30 microseconds.
using System.Numerics;

namespace VideoTools.Engine.Features.Speech;

/// <summary>Which tokens may follow. Immutable, thread-safe.</summary>
internal sealed class TokenRules(WhisperVocabulary vocabulary, double maxInitialTimestamp = 1.0)
{
    private readonly int _maxInitial = (int)Math.Round(maxInitialTimestamp / WhisperVocabulary.SecondsPerTimestamp);

    /// <summary>Removes what may not follow.</summary>
    /// <param name="logits">One value per token; changed.</param>
    /// <param name="tokens">What was said so far, without the prompt.</param>
    public void Apply(Span<float> logits, ReadOnlySpan<int> tokens)
    {
        foreach (var token in vocabulary.Suppressed)
        {
            logits[token] = float.NegativeInfinity;
        }

        logits[vocabulary.NoTimestamps] = float.NegativeInfinity;

        // The other special tokens (languages, tasks) are no text either.
        logits[(vocabulary.EndOfText + 1)..vocabulary.FirstTimestamp].Fill(float.NegativeInfinity);
        if (tokens.IsEmpty)
        {
            foreach (var token in vocabulary.SuppressedAtBegin)
            {
                logits[token] = float.NegativeInfinity;
            }

            logits[..vocabulary.FirstTimestamp].Fill(float.NegativeInfinity);
            logits[(vocabulary.FirstTimestamp + _maxInitial + 1)..].Fill(float.NegativeInfinity);
            return;
        }

        Order(logits, tokens);
        PreferTimestamp(logits);
    }

    /// <summary>Natural logarithm of the sum of the exponentials, exact also for large values; minus infinity for none.</summary>
    public static float LogSumExp(ReadOnlySpan<float> logits)
    {
        var max = Max(logits);
        if (float.IsNegativeInfinity(max))
        {
            return max;
        }

        var sum = 0.0;
        foreach (var logit in logits)
        {
            // e^-30 of the largest is below a float's precision, and most tokens are that unlikely.
            if (logit > max - 30)
            {
                sum += MathF.Exp(logit - max);
            }
        }

        return max + (float)Math.Log(sum);
    }

    /// <summary>The largest value; minus infinity for none.</summary>
    public static float Max(ReadOnlySpan<float> values)
    {
        var wide = MemoryMarshal.Cast<float, Vector<float>>(values);
        var max = float.NegativeInfinity;
        if (!wide.IsEmpty)
        {
            var lanes = wide[0];
            foreach (var value in wide)
            {
                lanes = Vector.Max(lanes, value);
            }

            for (var i = 0; i < Vector<float>.Count; i++)
            {
                max = Math.Max(max, lanes[i]);
            }
        }

        foreach (var value in values[(wide.Length * Vector<float>.Count)..])
        {
            max = Math.Max(max, value);
        }

        return max;
    }

    private void Order(Span<float> logits, ReadOnlySpan<int> tokens)
    {
        var last = vocabulary.IsTimestamp(tokens[^1]);
        var before = tokens.Length < 2 || vocabulary.IsTimestamp(tokens[^2]);
        if (last && before)
        {
            // A pair is complete: text follows.
            logits[vocabulary.FirstTimestamp..].Fill(float.NegativeInfinity);
        }
        else if (last)
        {
            // A segment has ended: the next one's start follows, or the end.
            logits[..vocabulary.EndOfText].Fill(float.NegativeInfinity);
        }

        var latest = tokens.LastIndexOfAnyInRange(vocabulary.FirstTimestamp, int.MaxValue);
        if (latest >= 0)
        {
            // A segment must have a length; the next one may begin where the last one ended.
            var first = last && !before ? tokens[latest] : tokens[latest] + 1;
            logits[vocabulary.FirstTimestamp..Math.Min(first, logits.Length)].Fill(float.NegativeInfinity);
        }
    }

    private void PreferTimestamp(Span<float> logits)
    {
        var timestamps = LogSumExp(logits[vocabulary.FirstTimestamp..]);
        if (timestamps > Max(logits[..vocabulary.FirstTimestamp]))
        {
            logits[..vocabulary.FirstTimestamp].Fill(float.NegativeInfinity);
        }
    }
}
