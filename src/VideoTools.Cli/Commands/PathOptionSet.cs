namespace VideoTools.Cli.Commands;

/// <summary>The options of the window of every scene.</summary>
internal sealed class PathOptionSet
{
    private static readonly CropPathOptions Defaults = new();

    private readonly Option<AspectRatio?> _aspect =
        OptionFactory.Aspect("--aspect", $"Shape of the crop; {Defaults.Aspect} by default.");
    private readonly Option<double?> _scale =
        OptionFactory.Number("--scale", "Size in proportion to the largest crop; 1 by default.");
    private readonly Option<CropMode?> _mode =
        OptionFactory.Choice<CropMode>("--mode", "How the crop behaves over time; auto by default.");

    private readonly Option<string[]> _keep = new("--keep")
    {
        Description = "What must stay whole inside of the crop; may be given twice, or as text,face.",
        HelpName = "text|face",
    };

    private readonly Option<CropFit?> _tooWide = OptionFactory.Choice<CropFit>(
        "--when-too-wide", "What to do where that is wider than the crop; blur with --mode auto, else crop.");

    private readonly Option<bool> _zoom = new("--allow-zoom") { Description = "Let the size of the crop change from scene to scene." };
    private readonly Option<bool> _bars = new("--include-bars") { Description = "Treat black bars as part of the picture." };

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All => [_aspect, _scale, .. Behaviour];

    /// <summary>Those that say how the window behaves, for a command that has a shape and a size of its own.</summary>
    public Option[] Behaviour => [_mode, _keep, _tooWide, _zoom, _bars];

    /// <summary>What was asked for.</summary>
    public CropPathOptions Read(ParseResult parsed) =>
        Read(parsed, parsed.GetValue(_aspect) ?? Defaults.Aspect, parsed.GetValue(_scale) ?? Defaults.Scale);

    /// <summary>What was asked for, with a shape and a size.</summary>
    public CropPathOptions Read(ParseResult parsed, AspectRatio aspect, double scale) => new()
    {
        Aspect = aspect,
        Scale = scale,
        Mode = parsed.GetValue(_mode) ?? Defaults.Mode,
        Keep = (parsed.GetValue(_keep) ?? []).SelectMany(text => text.Split(',')).Aggregate(CropKeep.None, (all, name) => all | One(name)),
        WhenTooWide = parsed.GetValue(_tooWide),
        AllowZoom = parsed.GetValue(_zoom),
        IncludeBars = parsed.GetValue(_bars),
    };

    private static CropKeep One(string name) => Enum.TryParse<CropKeep>(name, ignoreCase: true, out var one)
        && one is CropKeep.None or CropKeep.Text or CropKeep.Face
            ? one
            : throw new ArgumentException($"--keep '{name}' is not one of text|face.");
}
