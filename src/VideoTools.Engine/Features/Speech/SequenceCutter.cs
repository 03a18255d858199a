// Method: a sequence is cut at its timestamps. Its last piece has no end: usually it is the window's last one; where speech goes on for
// long behind it, it is decoded again. Source: Radford et al. 2022, section 4.5 (long-form decoding). Units: seconds. Cost: negligible.
namespace VideoTools.Engine.Features.Speech;

/// <summary>Makes segments of what a decoder said about a window.</summary>
internal sealed class SequenceCutter(ITokens vocabulary)
{
    /// <summary>Seconds of speech that are worth to be decoded again.</summary>
    public const double WorthAnotherRun = 0.6;

    /// <summary>Cuts a sequence.</summary>
    /// <param name="sequence">Text and timestamps.</param>
    /// <param name="window">The window.</param>
    /// <param name="from">Where in the window the sound began.</param>
    /// <param name="next">The time from which on nothing was decoded yet.</param>
    public List<SequencePiece> Cut(DecodedSequence sequence, SpeechWindow window, double from, out double next)
    {
        var pieces = new List<SequencePiece>();
        var tokens = sequence.Tokens;
        var start = from;
        var first = 0;
        next = from;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!vocabulary.IsTimestamp(tokens[i]))
            {
                continue;
            }

            var time = Math.Min(from + vocabulary.Seconds(tokens[i]), window.Seconds);
            if (i > first)
            {
                Add(time, i);
                next = time;
            }

            start = time;
            first = i + 1;
        }

        if (first < tokens.Count)
        {
            if (pieces.Count > 0 && window.VoicedSeconds(start, window.Seconds) > 4 * WorthAnotherRun)
            {
                next = start;
            }
            else
            {
                Add(Math.Max(window.TrimToVoice(start, window.Seconds).End, Math.Min(start + 0.1, window.Seconds)), tokens.Count);
                next = window.Seconds;
            }
        }

        return pieces;

        void Add(double end, int stop)
        {
            if (!string.IsNullOrWhiteSpace(TokenText.Of(vocabulary, tokens.Skip(first).Take(stop - first))))
            {
                pieces.Add(new SequencePiece(start, end, first, stop - first));
            }
        }
    }

    /// <summary>The pieces as segments, with their words where there are any.</summary>
    public List<WindowSegment> ToSegments(
        List<SequencePiece> pieces, DecodedSequence sequence, IReadOnlyList<TimedWord> words, SpeechWindow window)
    {
        var token = 0;
        var result = new List<WindowSegment>();
        foreach (var piece in pieces)
        {
            var text = TokenText.Of(vocabulary, sequence.Tokens.Skip(piece.First).Take(piece.Count)).Trim();
            var own = words.Where(w => w.FirstToken >= token && w.FirstToken < token + piece.Count).ToArray();
            token += piece.Count;
            var (start, end) = own.Length > 0 ? (own[0].Start, own[^1].End) : window.TrimToVoice(piece.Start, piece.End);
            result.Add(new WindowSegment(start, Math.Max(end, start), text, own, sequence));
        }

        return result;
    }

    /// <summary>The numbers of the text tokens of pieces, in order.</summary>
    public int[] TextTokens(List<SequencePiece> pieces, DecodedSequence sequence) =>
    [
        .. pieces.SelectMany(piece => Enumerable.Range(piece.First, piece.Count)).Where(i => vocabulary.IsText(sequence.Tokens[i])),
    ];
}
