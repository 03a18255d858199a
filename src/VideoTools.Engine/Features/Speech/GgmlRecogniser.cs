// Method: as with the models of the catalogue, step by step: the window votes for its language, is transcribed at growing temperatures
// until a text is likely and does not repeat itself, silence and what the model does not believe are left out, and where the text ends
// before the speech does the rest is transcribed again. whisper.cpp searches for the language by itself and tells the likeliest one only:
// where that is another than most of the file was, it is asked for that one, too. What is in brackets is a sound, not words.
// Source: Radford et al. 2022, section 4.5. Units: seconds.
// Cost: one encoder run a try, one more for the language where several are possible.
using System.Text.RegularExpressions;
using VideoTools.Engine.Inference.Ggml;

namespace VideoTools.Engine.Features.Speech;

/// <summary>A Whisper model of the user's in ggml's format.</summary>
internal sealed partial class GgmlRecogniser : ISpeechRecogniser
{
    private const double LeastProbability = 1e-6;

    private readonly GgmlModel _model;
    private readonly GgmlTokens _tokens;
    private readonly SequenceCutter _cutter;
    private readonly WordSplitter _splitter;
    private readonly LanguageVote _vote;
    private readonly bool _wordTimestamps;

    /// <summary>Loads the model.</summary>
    /// <exception cref="VideoToolsException">It cannot be loaded.</exception>
    public GgmlRecogniser(SpeechOptions options)
    {
        var mayUseGpu = options.Device.Devices[0] != InferenceDevice.Cpu;
        _model = GgmlModels.Get(options.ModelPath!, mayUseGpu, options.WordTimestamp);
        _tokens = new GgmlTokens(_model.Header);
        _cutter = new SequenceCutter(_tokens);
        _splitter = new WordSplitter(_tokens);
        _vote = new LanguageVote(_model.Header.IsMultilingual ? options.Language : "en", SpeechLanguages.Codes);
        _wordTimestamps = options.WordTimestamp;
        Name = Path.GetFileNameWithoutExtension(options.ModelPath!);
    }

    public string Name { get; }

    public InferenceDevice Device => GgmlModel.Device;

    public WindowTranscript Transcribe(SpeechWindow window, CancellationToken cancellationToken)
    {
        var segments = new List<WindowSegment>();
        var (language, certainty) = Vote(window, cancellationToken);
        var (noSpeech, from, isUnclear) = (0.0, 0.0, false);
        while (window.VoicedSeconds(from, window.Seconds) > (from == 0 ? 0 : SequenceCutter.WorthAnotherRun))
        {
            var (sequence, ends, silence) = Decode(window.Samples(from), language, cancellationToken);
            noSpeech = from == 0 ? silence : noSpeech;
            if (sequence.Tokens.Count == 0 || SequenceDecoder.IsSilent(sequence, silence) || Sound().IsMatch(sequence.Text))
            {
                break;
            }

            if (SequenceDecoder.IsUnclear(sequence, certainty))
            {
                isUnclear = true;
                break;
            }

            var pieces = _cutter.Cut(sequence, window, from, out var next);
            var words = _wordTimestamps ? Words(pieces, sequence, ends, window, from, language) : [];
            segments.AddRange(_cutter.ToSegments(pieces, sequence, words, window));
            if (next <= from)
            {
                break;
            }

            from = next;
        }

        return new WindowTranscript(language, noSpeech, segments, isUnclear);
    }

    private (string Language, double Probability) Vote(SpeechWindow window, CancellationToken cancellationToken)
    {
        var voiced = window.VoicedSeconds(0, window.Seconds);
        if (_vote.Codes.Count == 1)
        {
            return (_vote.Next([0], voiced).Language, 1);
        }

        var samples = window.Samples(0);
        string[] codes = [.. _vote.Codes];
        var (heard, probability) = _model.DetectLanguage(samples, codes, cancellationToken);
        var rest = Math.Min(probability, 1 - probability) / (codes.Length - 1);
        var own = Array.ConvertAll(codes, code => Math.Log(Math.Max(code == heard ? probability : rest, LeastProbability)));
        if (_vote.Leading is { } leading && leading != heard)
        {
            var known = _model.DetectLanguage(samples, [leading], cancellationToken).Probability;
            own[codes.IndexOf(leading)] = Math.Log(Math.Max(known, LeastProbability));
        }

        return _vote.Next(own, voiced);
    }

    // The first good try, or the best one: what it says, where each of its tokens ends, and how likely nobody speaks.
    private (DecodedSequence Sequence, double?[] Ends, double Silence) Decode(
        float[] samples, string language, CancellationToken cancellationToken)
    {
        (DecodedSequence Sequence, double?[] Ends, double Silence)? best = null;
        foreach (var temperature in SequenceDecoder.Ladder)
        {
            var heard = _model.Transcribe(samples, language, temperature, cancellationToken);
            var tokens = heard.Tokens.Where(token => _tokens.IsText(token.Id) || _tokens.IsTimestamp(token.Id)).ToArray();
            var text = TokenText.Of(_tokens, tokens.Select(token => token.Id));
            var sequence = new DecodedSequence(
                [.. tokens.Select(token => token.Id)],
                [.. tokens.Select(token => MathF.Exp(token.LogProbability))],
                text,
                heard.Tokens.Count == 0 ? 0 : heard.Tokens.Average(token => (double)token.LogProbability),
                SequenceDecoder.CompressionRatio(text.Trim()),
                temperature);
            var result = (sequence, Array.ConvertAll(tokens, token => token.End), heard.NoSpeechProbability);
            if (tokens.Length == 0 || SequenceDecoder.IsSilent(sequence, heard.NoSpeechProbability) || SequenceDecoder.IsGood(sequence))
            {
                return result;
            }

            if (best is not { } before || SequenceDecoder.IsBetter(sequence, before.Sequence))
            {
                best = result;
            }
        }

        return best!.Value;
    }

    // A word begins where the one before ends; pauses at its edges are cut off. A token without a time of its own has no length.
    private IReadOnlyList<TimedWord> Words(
        List<SequencePiece> pieces, DecodedSequence sequence, double?[] ends, SpeechWindow window, double from, string language)
    {
        var picked = _cutter.TextTokens(pieces, sequence);
        var times = new double[picked.Length + 1];
        times[0] = from;
        for (var i = 0; i < picked.Length; i++)
        {
            times[i + 1] = Math.Clamp(from + ends[picked[i]] ?? times[i], times[i], window.Seconds);
        }

        var words = new List<TimedWord>();
        var token = 0;
        foreach (var (text, count) in _splitter.Split([.. picked.Select(i => sequence.Tokens[i])], language))
        {
            var logarithm = picked.Skip(token).Take(count).Average(i => Math.Log(Math.Max(sequence.Probabilities[i], 1e-10)));
            words.Add(new TimedWord(text, times[token], times[token + count], Math.Exp(logarithm), token, count));
            token += count;
        }

        return WordAligner.Trim(words, window);
    }

    [GeneratedRegex(@"^\s*(?:[\[(*♪♫][^\])]*[\])*♪♫]|[♪♫\s]+)\s*$")]
    private static partial Regex Sound();
}
