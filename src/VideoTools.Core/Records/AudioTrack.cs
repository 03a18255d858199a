using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace VideoTools;

/// <summary>One sound track of a file.</summary>
[View(
    "Index:5", "Codec:10", "Channels:8", "SampleRate:10", "Language:8",
    Set = "Index Codec Channels SampleRate Language")]
public sealed record AudioTrack
{
    /// <summary>0 for the first sound track, in file order.</summary>
    [Column(Width = 5)]
    public required int Index { get; init; }

    /// <summary>Short codec name, for example aac.</summary>
    [Column(Width = 10)]
    public required string Codec { get; init; }

    /// <summary>Number of channels.</summary>
    [Column(Width = 8)]
    public int Channels { get; init; }

    /// <summary>Samples a second.</summary>
    [Column(Width = 10)]
    public int SampleRate { get; init; }

    /// <summary>ISO 639 language tag of the file, null when it has none.</summary>
    [Column(Width = 8)]
    public string? Language { get; init; }

    /// <summary>For example "0:aac:2ch:48000Hz:eng".</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Index}:{Codec}:{Channels}ch:{SampleRate}Hz") + (Language is null ? "" : ":" + Language);

    /// <summary>Reads what <see cref="ToString"/> prints.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AudioTrack? value)
    {
        var parts = (text ?? "").Split(':', 5);
        value = parts is [var index, var codec, [.. var channels, 'c', 'h'], [.. var rate, 'H', 'z'], ..]
            && Whole(index) is { } number && Whole(channels) is { } count && Whole(rate) is { } samples
            ? new AudioTrack
            {
                Index = number, Codec = codec, Channels = count, SampleRate = samples, Language = parts.ElementAtOrDefault(4),
            }
            : null;
        return value is not null;
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
