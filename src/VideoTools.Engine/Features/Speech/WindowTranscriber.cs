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
    private readonly LogMelSpectrogram _spectrogram = new();
    private readonly float[] _features = new float[LogMelSpectrogram.Bands * LogMelSpectrogram.Frames];
    private readonly SequenceDecoder _sequences = new(vocabulary);
    private readonly SequenceCutter _cutter = new(vocabulary);
    private readonly WordAligner _aligner = new(vocabulary);
    private readonly LanguageVote _vote = new(language, vocabulary.Languages.Keys);

    /// <summary>Transcribes one window.</summary>
    public WindowTranscript Transcribe(SpeechWindow window, CancellationToken cancellationToken)
    {
        var segments = new List<WindowSegment>();
        var (spoken, certainty) = ("", 0.0);
        var noSpeech = 0.0;
        var from = 0.0;
        var isUnclear = false;
        while (window.VoicedSeconds(from, window.Seconds) > (from == 0 ? 0 : SequenceCutter.WorthAnotherRun))
        {
            var sound = window.Samples(from);
            _spectrogram.Compute(sound, _features);
            using var decoder = encode(_features, cancellationToken);
            var begin = decoder.Begin();
            var silence = Math.Exp(begin[vocabulary.NoSpeech] - TokenRules.LogSumExp(begin));
            if (from == 0)
            {
                noSpeech = silence;
                (spoken, certainty) = _vote.Next(vocabulary, begin, window.VoicedSeconds(0, window.Seconds));
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

            var pieces = _cutter.Cut(sequence, window, from, out var next);
            segments.AddRange(_cutter.ToSegments(pieces, sequence, Words(pieces, sequence, decoder, window, from, spoken), window));
            if (next <= from)
            {
                break;
            }

            from = next;
        }

        return new WindowTranscript(spoken, noSpeech, segments, isUnclear);
    }

    private IReadOnlyList<TimedWord> Words(
        List<SequencePiece> pieces, DecodedSequence sequence, IWhisperDecoder decoder, SpeechWindow window, double from, string spoken)
    {
        if (pieces.Count == 0 || !wordTimestamps)
        {
            return [];
        }

        var picked = _cutter.TextTokens(pieces, sequence);
        var aligned = _aligner.Align(
            decoder,
            alignmentHeads,
            [.. picked.Select(i => sequence.Tokens[i])],
            [.. picked.Select(i => sequence.Probabilities[i])],
            spoken,
            window.Seconds - from);
        return WordAligner.Trim([.. aligned.Select(w => w with { Start = w.Start + from, End = w.End + from })], window);
    }
}
