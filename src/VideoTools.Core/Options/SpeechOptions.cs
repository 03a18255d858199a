namespace VideoTools;

/// <summary>How speech is turned into text.</summary>
public sealed record SpeechOptions : FeatureOptions
{
    /// <summary>Size of the model.</summary>
    public SpeechModel Model { get; init; }

    /// <summary>A Whisper model in ggml's format to use in place of <see cref="Model"/>; null for that.</summary>
    public string? ModelPath { get; init; }

    /// <summary>
    /// Language of the speech as Whisper's code, mostly ISO 639-1 (en, de); several, separated by commas (en,de), let the one of each
    /// stretch be found out among them; null finds it out among all.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>True adds the words with their times.</summary>
    public bool WordTimestamp { get; init; }

    /// <summary>Number of the sound track, 0 for the first.</summary>
    public int AudioTrack { get; init; }

    /// <summary>How the track's channels become one.</summary>
    public SoundChannel Channel { get; init; }

    /// <summary>What the model runs on.</summary>
    public DeviceOrder Device { get; init; }
}
