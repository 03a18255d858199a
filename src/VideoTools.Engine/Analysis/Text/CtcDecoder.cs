// Method: greedy decoding of connectionist temporal classification (Graves et al. 2006): the most likely class of each step, repeats
// merged, blanks dropped. Confidence is the mean probability of the steps that gave a character, as PP-OCR has it. Class 0 is the
// blank, then the keys in the order of their file, last the space.
// Units: probabilities 0 to 1. Cost: one vectorised pass, about 1 us a step of 6,625 classes.
using System.Text;
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Analysis.Text;

/// <summary>Turns the network's probabilities into text.</summary>
internal sealed class CtcDecoder
{
    private readonly string[] _keys;

    /// <summary>Reads the alphabet.</summary>
    /// <param name="keys">One character a line.</param>
    public CtcDecoder(IEnumerable<string> keys) => _keys = ["", .. keys, " "];

    /// <summary>Number of classes: the blank, the keys and the space.</summary>
    public int ClassCount => _keys.Length;

    /// <summary>Decodes one line.</summary>
    /// <param name="probabilities">Steps x classes.</param>
    /// <returns>The text without blanks at its ends, and its confidence (0 for no text).</returns>
    public (string Text, double Confidence) Decode(ReadOnlySpan<float> probabilities)
    {
        var text = new StringBuilder();
        var previous = 0;
        var sum = 0.0;
        var count = 0;
        for (var at = 0; at + ClassCount <= probabilities.Length; at += ClassCount)
        {
            var step = probabilities.Slice(at, ClassCount);
            var best = Maximum.IndexOf(step);
            if (best != 0 && best != previous)
            {
                text.Append(_keys[best]);
                sum += step[best];
                count++;
            }

            previous = best;
        }

        return (text.ToString().Trim(), count == 0 ? 0 : sum / count);
    }
}
