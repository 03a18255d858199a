// Method: greedy decoding of connectionist temporal classification (Graves et al. 2006): the most likely class of each step, repeats
// merged, blanks dropped. Confidence is the mean probability of the steps that gave a character, as PP-OCR has it. Class 0 is the
// blank, then the keys in the order of their file, last the space. The network is shy of spaces: between two letters the blank often
// wins over a space by a little. So a space is also read where its probability between two characters exceeds SpaceProbability, or,
// between a comma and a letter, where a missing one would be odd, SpaceAfterSign.
// Units: probabilities 0 to 1. Cost: one vectorised pass, about 1 us a step of 6,625 classes.
using System.Text;
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Analysis.Text;

/// <summary>Turns the network's probabilities into text. Thread-safe.</summary>
internal sealed class CtcDecoder
{
    /// <summary>Probability from which a space that did not win is read.</summary>
    public const float SpaceProbability = 0.12f;

    /// <summary>The same between one of , ; : ! ? and a letter.</summary>
    public const float SpaceAfterSign = 0.01f;

    private readonly string[] _keys;
    private readonly int[]? _allowed;

    /// <summary>Reads the alphabet.</summary>
    /// <param name="keys">One character a line.</param>
    /// <param name="allow">Which keys may be read; null for all.</param>
    public CtcDecoder(IEnumerable<string> keys, Func<string, bool>? allow = null)
    {
        _keys = ["", .. keys, " "];
        _allowed = allow is null ? null : [.. Enumerable.Range(0, _keys.Length).Where(i => i == 0 || i == _keys.Length - 1 || allow(_keys[i]))];
    }

    /// <summary>Number of classes: the blank, the keys and the space.</summary>
    public int ClassCount => _keys.Length;

    /// <summary>Decodes one line.</summary>
    /// <param name="probabilities">Steps x classes.</param>
    /// <returns>The text without blanks at its ends, and its confidence (0 for no text).</returns>
    public (string Text, double Confidence) Decode(ReadOnlySpan<float> probabilities)
    {
        var text = new StringBuilder();
        var space = ClassCount - 1;
        var (previous, sum, count) = (0, 0.0, 0);
        var likeliestSpace = 0f;
        for (var at = 0; at + ClassCount <= probabilities.Length; at += ClassCount)
        {
            var step = probabilities.Slice(at, ClassCount);
            var best = Best(step);
            if (best == 0 || best == space)
            {
                likeliestSpace = Math.Max(likeliestSpace, step[space]);
            }

            if (best != 0 && best != previous)
            {
                if (best != space)
                {
                    if (text.Length > 0 && IsSpaceBetween(text[^1], _keys[best][0], likeliestSpace))
                    {
                        text.Append(' ');
                    }

                    likeliestSpace = 0;
                    sum += step[best];
                    count++;
                    text.Append(_keys[best]);
                }
                else if (text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }
            }

            previous = best;
        }

        return (text.ToString().Trim(), count == 0 ? 0 : sum / count);
    }

    private static bool IsSpaceBetween(char before, char after, float probability)
    {
        var least = before is (',' or ';' or ':' or '!' or '?') && char.IsLetter(after) ? SpaceAfterSign : SpaceProbability;
        return before != ' ' && IsSpaced(before) && IsSpaced(after) && probability >= least;
    }

    // Chinese is written without spaces.
    private static bool IsSpaced(char c) => c < '\u2E80';

    private int Best(ReadOnlySpan<float> step)
    {
        if (_allowed is null)
        {
            return Maximum.IndexOf(step);
        }

        var best = 0;
        foreach (var index in _allowed)
        {
            best = step[index] > step[best] ? index : best;
        }

        return best;
    }
}
