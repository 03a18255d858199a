// Method: one token after the other, the likeliest (temperature 0) or one drawn from the distribution at that temperature. A text that
// repeats itself or that the model itself holds unlikely is tried again at the next temperature of the ladder. Where no try is good,
// the likeliest one that does not repeat itself stands. Drawing uses a generator seeded by the temperature, so that the same sound gives the same text.
// Source: Radford et al. 2022, section 4.5: ladder 0 to 1 by 0.2, compression ratio 2.4, average log-probability -1, no speech 0.6.
// Units: natural logarithms. Cost: one decoder step a token.
using System.IO.Compression;
using System.Text;

namespace VideoTools.Engine.Analysis.Speech;

/// <summary>Turns a decoder's logits into a transcript of one window. Immutable, thread-safe.</summary>
internal sealed class SequenceDecoder(WhisperVocabulary vocabulary)
{
    /// <summary>Above it a text counts as repeating itself.</summary>
    public const double MaxCompressionRatio = 2.4;

    /// <summary>Below it a text counts as unlikely.</summary>
    public const double MinAverageLogProbability = -1.0;

    /// <summary>Above it, an unlikely text counts as no speech at all.</summary>
    public const double MaxNoSpeechProbability = 0.6;

    // Half of the decoder's 448 positions, as Whisper was trained: no 30 s of speech need more.
    private const int MaxTokens = 224;

    private static readonly double[] Ladder = [0, 0.2, 0.4, 0.6, 0.8, 1.0];

    private readonly TokenRules _rules = new(vocabulary);

    /// <summary>Transcribes after the prompt.</summary>
    /// <param name="decoder">A decoder that was given the prompt and marked there.</param>
    /// <param name="first">The logits after the prompt.</param>
    /// <param name="noSpeechProbability">Probability of no speech in this window.</param>
    /// <param name="cancellationToken">Ends the work at once.</param>
    public DecodedSequence Decode(
        IWhisperDecoder decoder, ReadOnlySpan<float> first, double noSpeechProbability, CancellationToken cancellationToken)
    {
        var best = default(DecodedSequence);
        foreach (var temperature in Ladder)
        {
            var result = DecodeOnce(decoder, first, temperature, cancellationToken);
            var isRepetitive = result.CompressionRatio > MaxCompressionRatio;
            if (IsSilent(result, noSpeechProbability)
                || (!isRepetitive && result.AverageLogProbability >= MinAverageLogProbability))
            {
                return result;
            }

            if (best is null
                || (!isRepetitive
                    && (best.CompressionRatio > MaxCompressionRatio || result.AverageLogProbability > best.AverageLogProbability)))
            {
                best = result;
            }

            decoder.Reset();
        }

        return best!;
    }

    /// <summary>True when the window should be taken as one without speech, whatever the text.</summary>
    public static bool IsSilent(DecodedSequence sequence, double noSpeechProbability) =>
        noSpeechProbability > MaxNoSpeechProbability && sequence.AverageLogProbability < MinAverageLogProbability;

    /// <summary>UTF-8 bytes divided by zlib-compressed bytes; 0 for no text.</summary>
    public static double CompressionRatio(string text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return (double)bytes.Length / compressed.Length;
    }

    private DecodedSequence DecodeOnce(
        IWhisperDecoder decoder, ReadOnlySpan<float> first, double temperature, CancellationToken cancellationToken)
    {
        var random = new Random((int)(temperature * 1000) + 1);
        var tokens = new List<int>();
        var probabilities = new List<float>();
        var logits = first.ToArray();
        var sum = 0.0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _rules.Apply(logits, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(tokens));
            var norm = TokenRules.LogSumExp(logits);
            var token = temperature == 0 ? logits.AsSpan().IndexOf(TokenRules.Max(logits)) : Draw(logits, temperature, random);
            var logProbability = logits[token] - norm;
            sum += logProbability;
            if (token == vocabulary.EndOfText)
            {
                break;
            }

            tokens.Add(token);
            probabilities.Add(MathF.Exp(logProbability));
            if (tokens.Count == MaxTokens || IsLooping(tokens))
            {
                break;
            }

            decoder.Next(token).CopyTo(logits);
        }

        var text = vocabulary.Decode(tokens);
        return new DecodedSequence(tokens, probabilities, text, sum / (tokens.Count + 1), CompressionRatio(text.Trim()), temperature);
    }

    private static int Draw(float[] logits, double temperature, Random random)
    {
        var max = TokenRules.Max(logits);
        var total = 0.0;
        foreach (var logit in logits)
        {
            total += Weight(logit);
        }

        var left = random.NextDouble() * total;
        var last = 0;
        for (var i = 0; i < logits.Length; i++)
        {
            var weight = Weight(logits[i]);
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
    private static bool IsLooping(List<int> tokens)
    {
        const int repeats = 6;
        for (var period = 1; period <= 16 && period * repeats <= tokens.Count; period++)
        {
            var length = period * repeats;
            if (length < 30)
            {
                continue;
            }

            var start = tokens.Count - length;
            var same = true;
            for (var i = start + period; i < tokens.Count && same; i++)
            {
                same = tokens[i] == tokens[i - period];
            }

            if (same)
            {
                return true;
            }
        }

        return false;
    }
}
