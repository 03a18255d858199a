// Method: greedy decoding of connectionist temporal classification (Graves et al. 2006): the most likely class of each step, repeats
// merged, blanks dropped. Confidence is the mean probability of the steps that gave a character, as PP-OCR has it. Class 0 is the
// blank, then the keys in the order of their file, last the space. The network is shy of spaces: between two letters the blank often
// wins over a space. So a space is also read where its probability between two characters exceeds SpaceProbability; between a comma and a
// letter, where a missing one would be odd, SpaceAfterSign; and SpaceOfAGap, where the gap is wider than usual in the line and the
// space far likelier than between its other characters: between small capitals there is hardly any, between letters set wide apart some
// everywhere.
// Units: probabilities 0 to 1. Cost: one vectorised pass, about 1 us per step of 6,625 classes.
using System.Numerics.Tensors;

namespace VideoTools.Engine.Features.Text;

/// <summary>Turns the network's probabilities into text. Thread-safe.</summary>
internal sealed class CtcDecoder
{
    /// <summary>Probability from which a space that did not win is read.</summary>
    public const float SpaceProbability = 0.12f;

    /// <summary>The same between one of , ; : ! ? and a letter.</summary>
    public const float SpaceAfterSign = 0.01f;

    /// <summary>The same in a gap that is wider than usual.</summary>
    public const float SpaceOfAGap = 0.02f;

    private const float WideGap = 1.2f;
    private const float OddSpace = 50;

    /// <summary>Gaps from which a line says what is usual in it.</summary>
    private const int LeastGaps = 4;

    private readonly string[] _keys;
    private readonly int[]? _allowed;

    // The likeliest space before it (infinite where a space won), and the steps from the character before.
    private readonly record struct Character(string Key, float Probability, float Space, int Distance, int Step);

    /// <summary>Reads the alphabet.</summary>
    /// <param name="keys">One character per line.</param>
    /// <param name="allow">Which keys may be read; null for all.</param>
    public CtcDecoder(IEnumerable<string> keys, Func<string, bool>? allow = null)
    {
        _keys = ["", .. keys, " "];
        _allowed = allow is null
            ? null
            : [.. Enumerable.Range(0, _keys.Length).Where(i => i == 0 || i == _keys.Length - 1 || allow(_keys[i]))];
    }

    /// <summary>Number of classes: the blank, the keys and the space.</summary>
    public int ClassCount => _keys.Length;

    /// <summary>Decodes one line.</summary>
    /// <param name="probabilities">Steps x classes.</param>
    /// <returns>The text without blanks at its ends, and its confidence (0 for no text).</returns>
    public (string Text, double Confidence) Decode(ReadOnlySpan<float> probabilities) => Decode(probabilities, out _);

    /// <summary>Decodes one line.</summary>
    /// <param name="probabilities">Steps x classes.</param>
    /// <param name="letters">The characters without the spaces, with their places along the line.</param>
    /// <returns>The text without blanks at its ends, and its confidence (0 for no text).</returns>
    public (string Text, double Confidence) Decode(ReadOnlySpan<float> probabilities, out IReadOnlyList<TextLetter> letters)
    {
        var characters = Characters(probabilities);
        var steps = Math.Max(1, probabilities.Length / ClassCount);
        letters = [.. characters.Select(c => new TextLetter(c.Key, c.Probability, (c.Step + 0.5f) / steps))];
        if (characters.Count == 0)
        {
            return ("", 0);
        }

        var (leastDistance, leastSpace) = OddGap(characters);
        var text = new StringBuilder();
        foreach (var (key, _, space, distance, _) in characters)
        {
            if (text.Length > 0 && (float.IsPositiveInfinity(space)
                || (IsSpaced(text[^1]) && IsSpaced(key[0]) && IsLikely(text[^1], key[0], space, distance))))
            {
                text.Append(' ');
            }

            text.Append(key);
        }

        return (TagSpaces.Close(text.ToString().Trim()), characters.Average(c => (double)c.Probability));

        bool IsLikely(char before, char after, float space, int distance) =>
            space >= (before is (',' or ';' or ':' or '!' or '?') && char.IsLetter(after) ? SpaceAfterSign : SpaceProbability)
            || (space >= leastSpace && distance >= leastDistance && !IsInAddress(text));
    }

    // How wide a gap and how likely its space must be to stand out of the line; out of reach in a line too short to say what is usual.
    private static (float Distance, float Space) OddGap(List<Character> characters)
    {
        var gaps = characters.Skip(1).Where(c => !float.IsPositiveInfinity(c.Space)).ToList();
        return gaps.Count < LeastGaps
            ? (float.PositiveInfinity, float.PositiveInfinity)
            : (WideGap * Median(gaps.Select(c => (float)c.Distance)), Math.Max(SpaceOfAGap, OddSpace * Median(gaps.Select(c => c.Space))));
    }

    private List<Character> Characters(ReadOnlySpan<float> probabilities)
    {
        var characters = new List<Character>();
        var (space, previous, last, likeliest) = (ClassCount - 1, 0, 0, 0f);
        for (var (at, number) = (0, 0); at + ClassCount <= probabilities.Length; at += ClassCount, number++)
        {
            var step = probabilities.Slice(at, ClassCount);
            var best = Best(step);
            if (best == space)
            {
                likeliest = float.PositiveInfinity;
            }
            else if (best == 0)
            {
                likeliest = Math.Max(likeliest, step[space]);
            }
            else if (best != previous)
            {
                characters.Add(new Character(_keys[best], step[best], likeliest, number - last, number));
                (likeliest, last) = (0, number);
            }

            previous = best;
        }

        return characters;
    }

    // Tags, names and addresses of mail and of pages have wide gaps beside their signs, and no spaces.
    private static bool IsInAddress(StringBuilder text)
    {
        var line = text.ToString();
        var word = line.AsSpan(line.LastIndexOf(' ') + 1);
        return word.ContainsAny('@', '#') || word.Contains("://", StringComparison.Ordinal)
            || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    // Chinese is written without spaces.
    private static bool IsSpaced(char c) => c < '\u2E80';

    private static float Median(IEnumerable<float> values)
    {
        float[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private int Best(ReadOnlySpan<float> step)
    {
        if (_allowed is null)
        {
            // Two vectorised passes over data that stay in the cache; the first of equals wins.
            return step.IndexOf(TensorPrimitives.Max(step));
        }

        var best = 0;
        foreach (var index in _allowed)
        {
            best = step[index] > step[best] ? index : best;
        }

        return best;
    }
}
