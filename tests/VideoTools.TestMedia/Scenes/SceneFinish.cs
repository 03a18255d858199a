namespace VideoTools.TestMedia.Scenes;

/// <summary>What happens to a composed clip as a whole before it is encoded: a canvas around it, another frame rate, two fields a frame.</summary>
/// <param name="Filters">ffmpeg filters, one input and one output.</param>
public sealed record SceneFinish(string Filters)
{
    /// <summary>Frame rate afterwards; null where it stays.</summary>
    public Rational? Rate { get; init; }

    /// <summary>Frames of the composed clip by which a change is seen earlier: half of one where frames are blended.</summary>
    public double Earlier { get; init; }

    /// <summary>Encoder settings instead of the usual ones, for example interlaced MPEG-2.</summary>
    public IReadOnlyList<string> Encoder { get; init; } = [];

    /// <summary>Name ending of the file.</summary>
    public string Container { get; init; } = "mp4";

    /// <summary>Frame of the finished clip that shows frame <paramref name="frame"/> of the composed one first.</summary>
    public long Locate(long frame, Rational composed) => Rate is { } rate
        ? (long)Math.Ceiling(((frame - Earlier) * rate.ToDouble() / composed.ToDouble()) - 1e-9)
        : frame;

    /// <summary>Everything that shapes the file, as text.</summary>
    public string Key => $"{Filters}|{Rate}|{Earlier}|{string.Join(' ', Encoder)}|{Container}";
}
