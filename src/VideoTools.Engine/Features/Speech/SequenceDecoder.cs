// Method: one token after the other, the likeliest (temperature 0) or one drawn from the distribution at that temperature. A text that
// repeats itself or that the model itself holds unlikely is tried again at the next temperature of the ladder. Where no try is good,
// the likeliest one that does not repeat itself stands.
// Source: Radford et al. 2022, section 4.5: ladder 0 to 1 by 0.2, compression ratio 2.4, average log-probability -1, no speech 0.6.
// Units: natural logarithms. Cost: one decoder step per token.
using System.IO.Compression;

namespace VideoTools.Engine.Features.Speech;

/// <summary>Turns a decoder's logits into a transcript of one window. Immutable, thread-safe.</summary>
internal sealed class SequenceDecoder(WhisperVocabulary vocabulary)
{
    /// <summary>Above it a text counts as repeating itself.</summary>
    public const double MaxCompressionRatio = 2.4;

    /// <summary>Below it a text counts as unlikely.</summary>
    public const double MinAverageLogProbability = -1.0;

    /// <summary>Above it, an unlikely text counts as no speech at all.</summary>
    public const double MaxNoSpeechProbability = 0.6;

    private const double DoubtfulLanguage = 0.35;
    private const double DoubtfulLogProbability = -0.75;

    /// <summary>The temperatures, one after the other.</summary>
    public static IReadOnlyList<double> Ladder { get; } = [0, 0.2, 0.4, 0.6, 0.8, 1.0];

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
            if (IsSilent(result, noSpeechProbability) || IsGood(result))
            {
                return result;
            }

            if (best is null || IsBetter(result, best))
            {
                best = result;
            }

            decoder.Reset();
        }

        return best!;
    }

    /// <summary>True when a text neither repeats itself nor is unlikely.</summary>
    public static bool IsGood(DecodedSequence sequence) =>
        !IsRepetitive(sequence) && sequence.AverageLogProbability >= MinAverageLogProbability;

    /// <summary>True when a text is rather to be taken than another one; neither is good.</summary>
    public static bool IsBetter(DecodedSequence sequence, DecodedSequence other) => !IsRepetitive(sequence)
        && (IsRepetitive(other) || sequence.AverageLogProbability > other.AverageLogProbability);

    /// <summary>True when the window should be taken as one without speech, whatever the text.</summary>
    public static bool IsSilent(DecodedSequence sequence, double noSpeechProbability) =>
        noSpeechProbability > MaxNoSpeechProbability && sequence.AverageLogProbability < MinAverageLogProbability;

    /// <summary>
    /// True when a text is invented rather than heard: no temperature gave a likely one, or an unlikely one stands in a language that the
    /// window hardly sounds like. Laughter and speech played backwards end here, and so does speech that nobody would read.
    /// </summary>
    /// <param name="sequence">The text.</param>
    /// <param name="languageProbability">How likely the window alone makes its language.</param>
    public static bool IsUnclear(DecodedSequence sequence, double languageProbability) =>
        sequence.AverageLogProbability < MinAverageLogProbability
        || (languageProbability < DoubtfulLanguage && sequence.AverageLogProbability < DoubtfulLogProbability);

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

    private static bool IsRepetitive(DecodedSequence sequence) => sequence.CompressionRatio > MaxCompressionRatio;

    private DecodedSequence DecodeOnce(
        IWhisperDecoder decoder, ReadOnlySpan<float> first, double temperature, CancellationToken cancellationToken)
    {
        var builder = new SequenceBuilder(vocabulary, _rules, temperature);
        var token = builder.Add(first);
        while (!builder.IsDone)
        {
            cancellationToken.ThrowIfCancellationRequested();
            token = builder.Add(decoder.Next(token));
        }

        return builder.Build();
    }
}
