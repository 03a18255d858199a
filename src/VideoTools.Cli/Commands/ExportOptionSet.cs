namespace VideoTools.Cli.Commands;

/// <summary>The options of an export of cropped videos.</summary>
internal sealed class ExportOptionSet
{
    private static readonly CropExportOptions Defaults = new();
    private static readonly ActivityOptions DullDefaults = new();

    private readonly Option<string?> _export = new("--export")
    {
        Description = "Write cropped videos: a file, a directory, or a template with {stem}, {aspect}, {scene}, {mode}, {ext} and {dir}.",
        HelpName = "DEST",
    };

    private readonly PathOptionSet _path = new();
    private readonly Option<string?> _size = new("--size")
    {
        Description = "Size of the exported video; that of the crop by default.",
        HelpName = "WxH",
    };

    private readonly Option<string> _encoder = new("--encoder")
    {
        Description = $"Encoder as ffmpeg knows it; {Defaults.Encoder} by default.",
        HelpName = "name",
        DefaultValueFactory = _ => Defaults.Encoder,
    };

    private readonly Option<int> _crf = OptionFactory.Whole("--crf", Defaults.Crf, 0, "Constant quality, lower is better.");
    private readonly Option<string> _preset = new("--preset")
    {
        Description = $"The encoder's preset; {Defaults.Preset} by default.",
        HelpName = "name",
        DefaultValueFactory = _ => Defaults.Preset,
    };

    private readonly Option<bool> _dull = new("--speed-up-dull") { Description = "Play dull stretches of an exported video faster." };
    private readonly Option<DullBy?> _dullBy = OptionFactory.Choice<DullBy>("--dull-by", "What makes a stretch dull.");
    private readonly Option<double?> _threshold = OptionFactory.Number(
        "--dull-threshold", "Activity below which a stretch is dull; the 30th percentile by default.");

    private readonly Option<double?> _maximum = OptionFactory.Number("--maximum-speed", "Highest speed of a dull stretch; 4 by default.");

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All =>
        [_export, .. _path.Behaviour, _size, _encoder, _crf, _preset, _dull, _dullBy, _threshold, _maximum];

    /// <summary>True when videos are to be written.</summary>
    public bool IsWanted(ParseResult parsed) => parsed.GetValue(_export) is not null;

    /// <summary>What was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="aspect">Shape, null when not given.</param>
    /// <param name="scale">Size in proportion to the largest.</param>
    /// <param name="full">Makes a path absolute.</param>
    /// <param name="force">True replaces files that exist.</param>
    /// <exception cref="ArgumentException">A value is none of those that there are.</exception>
    public CropExportOptions Read(ParseResult parsed, AspectRatio? aspect, double scale, Func<string, string> full, bool force)
    {
        var (width, height) = parsed.GetValue(_size) is { } size ? ExportText.ParseSize(size) : (0, 0);
        return Defaults with
        {
            Destination = ExportText.ResolveDestination(parsed.GetValue(_export)!, full),
            Path = _path.Read(parsed, ExportText.ChooseAspect(aspect, width, height), scale),
            SpeedUpDull = !parsed.GetValue(_dull) ? null : new ActivityOptions
            {
                DullBy = parsed.GetValue(_dullBy) ?? default,
                DullThreshold = parsed.GetValue(_threshold),
                MaximumSpeed = parsed.GetValue(_maximum) ?? DullDefaults.MaximumSpeed,
            },
            OutputWidth = width,
            OutputHeight = height,
            Encoder = parsed.GetValue(_encoder) ?? Defaults.Encoder,
            Crf = parsed.GetValue(_crf),
            Preset = parsed.GetValue(_preset) ?? Defaults.Preset,
            Force = force,
        };
    }
}
