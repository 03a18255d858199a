namespace VideoTools.TestMedia.Speech;

/// <summary>Sound tracks that are unusual, with the same picture and, where there is sound, the same speech.</summary>
public enum SoundKind
{
    /// <summary>Mono, 16 kHz.</summary>
    Plain,

    /// <summary>5.1 channels at 48 kHz, speech in the centre, a hum in the others.</summary>
    Surround,

    /// <summary>Mono, 8 kHz, as telephones have it.</summary>
    Telephone,

    /// <summary>A sound track without a single sample.</summary>
    ZeroLength,

    /// <summary>A sound track that begins three seconds after the picture.</summary>
    Late,

    /// <summary>Sound that ends long before the picture.</summary>
    Short,

    /// <summary>A hum in the first track, the speech in the second.</summary>
    SecondTrack,
}
