// Method: the decoder's thread only copies sound and hands it to a lane of its own, where a thread listens for speech and transcribes
// window after window, so that decoding goes on meanwhile. The Whisper model is loaded when the first speech is heard: a file without
// any never pays for it. Units: seconds of the file. Cost: see SpeechListener and WindowTranscriber; memory: up to 2 minutes of sound
// waiting (4 MB) and one window.
using VideoTools.Engine.Inference;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Speech;

/// <summary>Turns the speech of a file into <see cref="TranscriptSegment"/> records, each emitted when its window is done.</summary>
/// <param name="options">How to transcribe.</param>
/// <param name="lane">Where listening and transcribing happen.</param>
/// <param name="sessions">Null for the models of the process.</param>
internal sealed class SpeechAnalyzer(SpeechOptions options, IWorkLane lane, ModelSessions? sessions = null) : IAnalyzer, IDisposable
{
    /// <summary>Seconds of sound that may wait before decoding is held back.</summary>
    public const int WaitingChunks = 120;

    private const int SamplesPerChunk = LogMelSpectrogram.SampleRate;

    private readonly List<short> _pending = new(SamplesPerChunk * 2);
    private AnalysisContext _context = null!;
    private SileroVoiceActivity? _voice;
    private SpeechListener? _listener;
    private ISpeechRecogniser? _model;
    private CancellationToken _cancellation;
    private double _pendingStart;
    private int _index;
    private bool _isUnclear;

    /// <inheritdoc/>
    /// <exception cref="VideoToolsException">AudioTrackNotFound; ModelMissing or ModelCorrupt.</exception>
    public void Begin(AnalysisContext context)
    {
        _context = context;
        var tracks = context.Info.AudioTracks;
        if (tracks.Count == 0)
        {
            return;
        }

        if (options.AudioTrack < 0 || options.AudioTrack >= tracks.Count)
        {
            throw new VideoToolsException(
                VideoErrorId.AudioTrackNotFound,
                context.Info.FullName,
                FormattableString.Invariant(
                    $"'{context.Info.FullName}' has no sound track {options.AudioTrack}; it has {tracks.Count} ({tracks})."),
                FormattableString.Invariant($"Choose a sound track from 0 to {tracks.Count - 1}."));
        }

        if (tracks[options.AudioTrack].Codec == ProbeParser.UnknownCodec)
        {
            return; // Nothing comes: no model is needed.
        }

        _voice = new SileroVoiceActivity(sessions ?? ModelSessions.Shared);
        _listener = new SpeechListener(_voice, Transcribe);
    }

    public void OnAudio(AudioBlock block)
    {
        var start = MediaTime.ToSeconds(block.Pts, block.TimeBase);
        if (_pending.Count > 0 && Math.Abs(start - _pendingStart - ((double)_pending.Count / LogMelSpectrogram.SampleRate)) > 0.01)
        {
            Hand();
        }

        if (_pending.Count == 0)
        {
            _pendingStart = start;
        }

        _pending.AddRange(block.Samples);
        if (_pending.Count >= SamplesPerChunk)
        {
            Hand();
        }
    }

    public void End(DecodeSummary summary)
    {
        if (_listener is { } listener)
        {
            Hand();
            Post(listener.Complete);
        }
    }

    public void Complete(DecodeSummary summary)
    {
        if (_listener is not null)
        {
            lane.Finish();
        }

        if (_index == 0)
        {
            var hasTrack = _context.Info.AudioTracks.Count > 0;
            var reason = _listener switch
            {
                _ when hasTrack && summary.UnknownAudio.Contains(options.AudioTrack) => SpeechSkipReason.UnknownCodec,
                null => SpeechSkipReason.NoAudioTrack,
                { IsSilent: true } => SpeechSkipReason.Silence,
                _ when _isUnclear => SpeechSkipReason.Unclear,
                _ => SpeechSkipReason.NoSpeech,
            };
            if (reason == SpeechSkipReason.Silence && _context.Info.AudioTracks.Count > 1)
            {
                PointToOthers();
            }

            _context.Emit(new TranscriptSegment
            {
                FullName = _context.Info.FullName,
                Index = 0,
                SceneIndex = _context.SceneIndex,
                HasSpeech = false,
                SkipReason = reason,
                AudioTrack = hasTrack ? options.AudioTrack : null,
                Model = _model?.Name,
                Device = _model?.Device,
                Status = summary.Status,
            });
        }
    }

    /// <summary>Ends the work at once.</summary>
    public void Dispose()
    {
        lane.Dispose();
        _voice?.Dispose();
    }

    private void Hand()
    {
        if (_pending.Count > 0 && _listener is { } listener)
        {
            var chunk = new SoundChunk([.. _pending], _pendingStart);
            Post(() => listener.Add(chunk));
        }

        _pending.Clear();
    }

    // The first track of a screen recording is often the computer's sound, and the microphone the second.
    private void PointToOthers()
    {
        var name = Path.GetFileName(_context.Info.FullName);
        var others = string.Join(", ", Enumerable.Range(0, _context.Info.AudioTracks.Count).Where(track => track != options.AudioTrack));
        _context.Warn(FormattableString.Invariant(
            $"sound track {options.AudioTrack} of {name} is silent; the file has others: choose sound track {others}."));
    }

    // The lane's token also ends a transcription under way.
    private void Post(Action work) => lane.Post(
        cancellationToken =>
        {
            _cancellation = cancellationToken;
            work();
        },
        _context.Cancellation);

    private void Transcribe(SpeechWindow window)
    {
        _model ??= options.ModelPath is null
            ? new OnnxRecogniser(sessions ?? ModelSessions.Shared, options)
            : new GgmlRecogniser(options);
        var transcript = _model.Transcribe(window, _cancellation);
        _isUnclear |= transcript.IsUnclear;
        foreach (var segment in transcript.Segments)
        {
            _context.Emit(ToRecord(segment, transcript, window));
        }
    }

    private TranscriptSegment ToRecord(WindowSegment segment, WindowTranscript transcript, SpeechWindow window)
    {
        var start = Math.Round(window.StartToFile(segment.Start), 3);
        var end = Math.Max(start, Math.Round(window.EndToFile(segment.End), 3));
        return new TranscriptSegment
        {
            FullName = _context.Info.FullName,
            Index = ++_index,
            SceneIndex = _context.SceneIndex,
            Start = TimeSpan.FromSeconds(start),
            End = TimeSpan.FromSeconds(end),
            StartSeconds = start,
            EndSeconds = end,
            Text = segment.Text,
            Language = transcript.Language,
            AverageLogProbability = Math.Round(segment.Sequence.AverageLogProbability, 4),
            NoSpeechProbability = Math.Round(transcript.NoSpeechProbability, 4),
            CompressionRatio = Math.Round(segment.Sequence.CompressionRatio, 3),
            Temperature = segment.Sequence.Temperature,
            HasSpeech = true,
            AudioTrack = options.AudioTrack,
            Model = _model!.Name,
            Device = _model.Device,
            Words = new ValueList<TranscriptWord>(segment.Words.Select(w => ToRecord(w, window))),
        };
    }

    private static TranscriptWord ToRecord(TimedWord word, SpeechWindow window)
    {
        var start = Math.Round(window.StartToFile(word.Start), 3);
        return new TranscriptWord
        {
            Text = word.Text.Trim(),
            StartSeconds = start,
            EndSeconds = Math.Max(start, Math.Round(window.EndToFile(word.End), 3)),
            Probability = Math.Round(word.Probability, 4),
        };
    }
}
