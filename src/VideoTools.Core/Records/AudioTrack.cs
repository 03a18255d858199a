namespace VideoTools;

/// <summary>One sound track of a file.</summary>
public sealed record AudioTrack
{
    /// <summary>0 for the first sound track, in file order.</summary>
    public required int Index { get; init; }

    /// <summary>Short codec name, for example aac.</summary>
    public required string Codec { get; init; }

    /// <summary>Number of channels.</summary>
    public int Channels { get; init; }

    /// <summary>Samples a second.</summary>
    public int SampleRate { get; init; }

    /// <summary>ISO 639 language tag of the file, null when it has none.</summary>
    public string? Language { get; init; }

    /// <summary>For example "0:aac:2ch:48000Hz:eng".</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Index}:{Codec}:{Channels}ch:{SampleRate}Hz") + (Language is null ? "" : ":" + Language);
}
