// Method: a window is encoded and decoded; its text is cut into segments at the timestamp tokens. Where the decoder stopped before the
// speech did, the rest is encoded and decoded again from the last segment's end. Word times come from a second reading of the text.
// Source: Radford et al. 2022, section 4.5 (long-form decoding), without the text of earlier windows as prompt: it spreads loops.
// Units: seconds. Cost: one encoder run per window and one decoder step per token.
namespace VideoTools.Engine.Features.Speech;

/// <summary>Turns windows of sound into text. Holds scratch memory; not thread-safe.</summary>
internal sealed class WindowTranscriber(
    WhisperVocabulary vocabulary,
    IReadOnlyList<(int Layer, int Head)> alignmentHeads,
    Func<float[], CancellationToken, IWhisperDecoder> encode,
    string? language,
    bool wordTimestamps)
{
    private const double SpeechWorthAnotherRun = 0.6;

    private readonly LogMelSpectrogram _spectrogram = new();
    private readonly float[] _features = new float[LogMelSpectrogram.Bands * LogMelSpectrogram.Frames];
    private readonly SequenceDecoder _sequences = new(vocabulary);
    private readonly WordAligner _aligner = new(vocabulary);
    private readonly LanguageVote _vote = new(vocabulary, language);

    /// <summary>Transcribes one window.</summary>
    public WindowTranscript Transcribe(SpeechWindow window, CancellationToken cancellationToken)
    {
        var segments = new List<WindowSegment>();
        var (spoken, certainty) = ("", 0.0);
        var noSpeech = 0.0;
        var from = 0.0;
        var isUnclear = false;
        while (window.VoicedSeconds(from, window.Seconds) > (from == 0 ? 0 : SpeechWorthAnotherRun))
        {
            var sound = window.Samples(from);
            _spectrogram.Compute(sound, _features);
            using var decoder = encode(_features, cancellationToken);
            var begin = decoder.Begin();
            var silence = Math.Exp(begin[vocabulary.NoSpeech] - TokenRules.LogSumExp(begin));
            if (from == 0)
            {
                noSpeech = silence;
                (spoken, certainty) = _vote.Next(begin, window.VoicedSeconds(0, window.Seconds));
            }

            decoder.Next(vocabulary.Languages[spoken]);
            var logits = decoder.Next(vocabulary.Transcribe).ToArray();
            decoder.Mark();
            var sequence = _sequences.Decode(decoder, logits, silence, cancellationToken);
            if (SequenceDecoder.IsSilent(sequence, silence))
            {
                break;
            }

            if (SequenceDecoder.IsUnclear(sequence, certainty))
            {
                isUnclear = true;
                break;
            }

            var found = Cut(sequence, window, from, out var next);
            segments.AddRange(AddWords(found, decoder, window, from, spoken));
            if (next <= from)
            {
                break;
            }

            from = next;
        }

        return new WindowTranscript(spoken, noSpeech, segments, isUnclear);
    }

    private sealed record Piece(double Start, double End, int First, int Count, DecodedSequence Sequence);

    // The segments of a sequence, and the time from which on nothing was decoded yet.
    private List<Piece> Cut(DecodedSequence sequence, SpeechWindow window, double from, out double next)
    {
        var pieces = new List<Piece>();
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
            // The last segment has no end. Usually it is the window's last one; when speech goes on for long, it is decoded again.
            if (pieces.Count > 0 && window.VoicedSeconds(start, window.Seconds) > 4 * SpeechWorthAnotherRun)
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
            if (!string.IsNullOrWhiteSpace(vocabulary.Decode(tokens.Skip(first).Take(stop - first))))
            {
                pieces.Add(new Piece(start, end, first, stop - first, sequence));
            }
        }
    }

    private List<WindowSegment> AddWords(
        List<Piece> pieces, IWhisperDecoder decoder, SpeechWindow window, double from, string spoken)
    {
        if (pieces.Count == 0)
        {
            return [];
        }

        var words = new List<TimedWord>();
        var sequence = pieces[0].Sequence;
        if (wordTimestamps)
        {
            var picked = pieces.SelectMany(p => Enumerable.Range(p.First, p.Count))
                .Where(i => vocabulary.IsText(sequence.Tokens[i])).ToArray();
            var aligned = _aligner.Align(
                decoder,
                alignmentHeads,
                [.. picked.Select(i => sequence.Tokens[i])],
                [.. picked.Select(i => sequence.Probabilities[i])],
                spoken,
                window.Seconds - from);
            words.AddRange(WordAligner.Trim([.. aligned.Select(w => w with { Start = w.Start + from, End = w.End + from })], window));
        }

        var token = 0;
        var result = new List<WindowSegment>();
        foreach (var piece in pieces)
        {
            var text = vocabulary.Decode(piece.Sequence.Tokens.Skip(piece.First).Take(piece.Count)).Trim();
            var own = words.Where(w => w.FirstToken >= token && w.FirstToken < token + piece.Count).ToArray();
            token += piece.Count;
            var (start, end) = own.Length > 0 ? (own[0].Start, own[^1].End) : window.TrimToVoice(piece.Start, piece.End);
            result.Add(new WindowSegment(start, Math.Max(end, start), text, own, piece.Sequence));
        }

        return result;
    }
}
