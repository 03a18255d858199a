using System.CommandLine;

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
        Description = "What must stay whole inside of the crop; may be given twice.",
        HelpName = "text|face",
    };

    private readonly Option<CropFit?> _tooWide = OptionFactory.Choice<CropFit>(
        "--when-too-wide", "What to do where that is wider than the crop; blur with --mode auto, else crop.");

    private readonly Option<bool> _zoom = new("--allow-zoom") { Description = "Let the size of the crop change from scene to scene." };
    private readonly Option<bool> _bars = new("--include-bars") { Description = "Treat black bars as part of the picture." };

    public PathOptionSet()
    {
        _keep.AcceptOnlyFromAmong("text", "face", "none");
    }

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All => [_aspect, _scale, _mode, _keep, _tooWide, _zoom, _bars];

    /// <summary>What was asked for.</summary>
    public CropPathOptions Read(ParseResult parsed) => new()
    {
        Aspect = parsed.GetValue(_aspect) ?? Defaults.Aspect,
        Scale = parsed.GetValue(_scale) ?? Defaults.Scale,
        Mode = parsed.GetValue(_mode) ?? Defaults.Mode,
        Keep = (parsed.GetValue(_keep) ?? []).Aggregate(CropKeep.None, (all, name) => all | Enum.Parse<CropKeep>(name, ignoreCase: true)),
        WhenTooWide = parsed.GetValue(_tooWide),
        AllowZoom = parsed.GetValue(_zoom),
        IncludeBars = parsed.GetValue(_bars),
    };
}
