namespace VideoTools;

/// <summary>Why a file has no transcript.</summary>
public enum SpeechSkipReason
{
    /// <summary>The file has no sound track.</summary>
    NoAudioTrack,

    /// <summary>There is a sound track, and this ffmpeg has no decoder for it.</summary>
    UnknownCodec,

    /// <summary>There is a sound track, and nothing can be heard on it.</summary>
    Silence,

    /// <summary>There is sound (noise, music), but nobody speaks.</summary>
    NoSpeech,

    /// <summary>There is something like speech, and no words are made out: another language, laughter, speech played backwards.</summary>
    Unclear,
}
