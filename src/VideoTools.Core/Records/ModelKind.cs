namespace VideoTools;

/// <summary>What a model does.</summary>
public enum ModelKind
{
    /// <summary>Finds lines of text in a picture.</summary>
    TextDetection,

    /// <summary>Reads a line of text.</summary>
    TextRecognition,

    /// <summary>Tells speech from other sound.</summary>
    VoiceActivity,

    /// <summary>Turns speech into text.</summary>
    SpeechRecognition,

    /// <summary>Turns a text into numbers that are near each other where meanings are.</summary>
    TextEmbedding,
}
