namespace VideoTools.Engine.Features.Speech;

/// <summary>A loaded model that turns windows of sound into text. Keeps what earlier windows of the file spoke; not thread-safe.</summary>
internal interface ISpeechRecogniser
{
    /// <summary>Name of the model.</summary>
    string Name { get; }

    /// <summary>What it runs on.</summary>
    InferenceDevice Device { get; }

    /// <summary>Transcribes one window.</summary>
    WindowTranscript Transcribe(SpeechWindow window, CancellationToken cancellationToken);
}
