// Method: the text is read by the decoder once more, as a whole, and the attention of the heads that follow the sound says where each
// token looked: weights normalised over the tokens, smoothed in time by a median of 7 steps (140 ms), averaged over the heads; the
// best path in order through the map gives every token its time. Word edges are then moved inwards over frames without speech.
// Source: Radford et al.'s published word timing (DTW over cross-attention), 2022; Sakoe and Chiba 1978.
// Units: seconds from the start of the window; resolution 20 ms. Cost: one pass of the decoder over the text and about 5 ms.
using System.Text.RegularExpressions;

namespace VideoTools.Engine.Features.Speech;

/// <summary>Finds out when each word is said.</summary>
internal sealed partial class WordAligner(WhisperVocabulary vocabulary)
{
    private const int MedianWidth = 7;
    private const double SecondsPerColumn = 0.02;

    private readonly WordSplitter _splitter = new(vocabulary);

    /// <summary>The words of a text with their times.</summary>
    /// <param name="decoder">A decoder over the sound; its marked state is not touched.</param>
    /// <param name="heads">The heads that follow the sound.</param>
    /// <param name="tokens">The text tokens.</param>
    /// <param name="probabilities">Probability of each token.</param>
    /// <param name="language">Language code.</param>
    /// <param name="seconds">Length of the sound.</param>
    public IReadOnlyList<TimedWord> Align(
        IWhisperDecoder decoder,
        IReadOnlyList<(int Layer, int Head)> heads,
        IReadOnlyList<int> tokens,
        IReadOnlyList<float> probabilities,
        string language,
        double seconds)
    {
        if (tokens.Count == 0)
        {
            return [];
        }

        int[] prompt = [vocabulary.StartOfTranscript, vocabulary.Languages[language], vocabulary.Transcribe, vocabulary.NoTimestamps];
        var maps = decoder.Attend([.. prompt, .. tokens], heads);

        // The row of a token is the one that led to it: the one before. The last row leads to the end.
        var rows = tokens.Count + 1;
        var columns = Math.Clamp((int)Math.Ceiling(seconds / SecondsPerColumn), 1, maps[0].Columns);
        var cost = Cost(maps, prompt.Length - 1, rows, columns);
        var starts = DynamicTimeWarping.RowStarts(cost, rows, columns);
        var words = new List<TimedWord>();
        var token = 0;
        foreach (var (text, count) in _splitter.Split(tokens, language))
        {
            var logarithm = 0.0;
            for (var i = token; i < token + count; i++)
            {
                logarithm += Math.Log(Math.Max(probabilities[i], 1e-10));
            }

            words.Add(new TimedWord(
                text,
                starts[token] * SecondsPerColumn,
                starts[token + count] * SecondsPerColumn,
                Math.Exp(logarithm / count),
                token,
                count));
            token += count;
        }

        return words;
    }

    /// <summary>Moves the words' edges inwards over frames without speech. Words without length stay where they are.</summary>
    public static IReadOnlyList<TimedWord> Trim(IReadOnlyList<TimedWord> words, SpeechWindow window)
    {
        var trimmed = new List<TimedWord>(words.Count);
        foreach (var word in words)
        {
            var isMark = !LetterOrDigit().IsMatch(word.Text);
            var (start, end) = isMark || word.End <= word.Start ? (word.Start, word.End) : window.WordInVoice(word.Start, word.End);
            trimmed.Add(word with { Start = start, End = end });
        }

        return trimmed;
    }

    // Minus the mean over the heads of the smoothed, normalised weights.
    private static float[] Cost(IReadOnlyList<AttentionMap> maps, int firstRow, int rows, int columns)
    {
        var cost = new float[rows * columns];
        var weights = new float[rows * columns];
        foreach (var map in maps)
        {
            for (var column = 0; column < columns; column++)
            {
                Normalise(map, column, firstRow, rows, columns, weights);
            }

            for (var row = 0; row < rows; row++)
            {
                AddSmoothed(weights.AsSpan(row * columns, columns), cost.AsSpan(row * columns, columns), 1f / maps.Count);
            }
        }

        return cost;
    }

    // Over all tokens of the column, the prompt's included: a head that looks at one place for every token says nothing about this one.
    private static void Normalise(AttentionMap map, int column, int firstRow, int rows, int columns, float[] weights)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var row = 0; row < map.Rows; row++)
        {
            var value = map.Values[(row * map.Columns) + column];
            sum += value;
            squares += (double)value * value;
        }

        var mean = sum / map.Rows;
        var deviation = Math.Sqrt(Math.Max((squares / map.Rows) - (mean * mean), 1e-20));
        for (var row = 0; row < rows; row++)
        {
            weights[(row * columns) + column] = (float)((map.Values[((firstRow + row) * map.Columns) + column] - mean) / deviation);
        }
    }

    private static void AddSmoothed(ReadOnlySpan<float> weights, Span<float> cost, float share)
    {
        Span<float> around = stackalloc float[MedianWidth];
        for (var i = 0; i < weights.Length; i++)
        {
            for (var j = 0; j < MedianWidth; j++)
            {
                // Mirrored at the ends.
                var at = Math.Abs(i + j - (MedianWidth / 2));
                at = at < weights.Length ? at : (2 * (weights.Length - 1)) - at;
                around[j] = weights[Math.Clamp(at, 0, weights.Length - 1)];
            }

            around.Sort();
            cost[i] -= around[MedianWidth / 2] * share;
        }
    }

    [GeneratedRegex(@"[\p{L}\p{N}]")]
    private static partial Regex LetterOrDigit();
}
