using VideoTools.Engine.Inference;

namespace VideoTools.Engine.Features.Speech;

/// <summary>A Whisper model of the catalogue.</summary>
internal sealed class OnnxRecogniser : ISpeechRecogniser
{
    private readonly WhisperModel _model;
    private readonly WindowTranscriber _transcriber;

    /// <summary>Loads the model.</summary>
    /// <exception cref="VideoToolsException">ModelMissing or ModelCorrupt, with what to do.</exception>
    public OnnxRecogniser(ModelSessions sessions, SpeechOptions options)
    {
        _model = WhisperModel.Load(sessions, options.Model, options.Device);
        _transcriber = new WindowTranscriber(
            _model.Vocabulary, _model.AlignmentHeads, _model.Encode, options.Language, options.WordTimestamp);
    }

    public string Name => _model.Name;

    public InferenceDevice Device => _model.Device;

    public WindowTranscript Transcribe(SpeechWindow window, CancellationToken cancellationToken) =>
        _transcriber.Transcribe(window, cancellationToken);
}
