namespace VideoTools.Cli.Commands;

/// <summary>The options that say which frames are chosen.</summary>
internal sealed class FrameOptionSet
{
    private static readonly FrameOptions Defaults = new();

    private readonly Option<FrameMode?> _mode = OptionFactory.Choice<FrameMode>("--mode", "Which frames; diverse by default.");

    private readonly Option<double?> _perMinute = OptionFactory.Number(
        "--per-minute", "Frames a minute that diverse aims at; 15 by default.");

    private readonly Option<int> _maximum = OptionFactory.Whole(
        "--maximum-count", 0, 0, "Most frames of a video; 0 takes 1000 where frames are chosen, and no limit otherwise.");

    private readonly Option<TimeSpan?> _interval = OptionFactory.Time("--interval", "Time between two frames of mode interval.");

    private readonly Option<double?> _dark = OptionFactory.Number("--minimum-brightness", "Least mean brightness, 0 to 255.");

    private readonly Option<double?> _bright = OptionFactory.Number("--maximum-brightness", "Most mean brightness, 0 to 255.");

    private readonly Option<double?> _flat = OptionFactory.Number("--minimum-contrast", "Least standard deviation of brightness.");

    private readonly Option<double?> _blurred = OptionFactory.Number(
        "--minimum-sharpness", "Least variance of the Laplacian at 320 pixels.");

    private readonly Option<double?> _similarity = OptionFactory.Number(
        "--similarity", "A frame that resembles a chosen one by more than this, 0 to 1, is passed over; 0 compares nothing.");

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All => [_mode, _perMinute, _maximum, _interval, _dark, _bright, _flat, _blurred, _similarity];

    /// <summary>What was asked for.</summary>
    public FrameOptions Read(ParseResult parsed) => new()
    {
        Mode = parsed.GetValue(_mode) ?? default,
        PerMinute = parsed.GetValue(_perMinute) ?? Defaults.PerMinute,
        MaximumCount = parsed.GetValue(_maximum) is > 0 and var most ? most : null,
        IntervalSeconds = parsed.GetValue(_interval)?.TotalSeconds,
        MinimumBrightness = parsed.GetValue(_dark),
        MaximumBrightness = parsed.GetValue(_bright),
        MinimumContrast = parsed.GetValue(_flat),
        MinimumSharpness = parsed.GetValue(_blurred),
        Similarity = parsed.GetValue(_similarity),
    };
}
