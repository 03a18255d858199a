namespace VideoTools;

/// <summary>Size of the Whisper model. A larger one makes fewer errors and takes longer.</summary>
public enum SpeechModel
{
    /// <summary>74 million parameters; the default.</summary>
    Base,

    /// <summary>39 million parameters: the fastest.</summary>
    Tiny,

    /// <summary>244 million parameters: the most exact.</summary>
    Small,
}
