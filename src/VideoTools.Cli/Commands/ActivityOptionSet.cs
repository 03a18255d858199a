using System.CommandLine;

namespace VideoTools.Cli.Commands;

/// <summary>The options that say what activity is, and what is dull.</summary>
internal sealed class ActivityOptionSet
{
    private static readonly ActivityOptions Defaults = new();

    private readonly Option<string?> _strategy = new("--strategy")
    {
        Description = $"Crop strategy whose heaviest measure is activity; {Defaults.Strategy} (motion) by default.",
        HelpName = "name",
    };

    private readonly Option<TimeSpan?> _segment = OptionFactory.Time(
        "--segment-seconds", "Take segments of this length in place of scenes.");

    private readonly Option<DullBy?> _by = OptionFactory.Choice<DullBy>("--dull-by", "What makes a stretch dull.");

    private readonly Option<double?> _percentile = OptionFactory.Number(
        "--dull-percentile", "Percentile of the activity below which a stretch is dull; 30 by default.");

    private readonly Option<double?> _threshold = OptionFactory.Number(
        "--dull-threshold", "Activity below which a stretch is dull, in place of the percentile; higher makes more dull.");

    private readonly Option<double?> _maximum = OptionFactory.Number(
        "--maximum-speed", "Highest speed a dull stretch is given; 4 by default.");

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All => [_strategy, _segment, _by, _percentile, _threshold, _maximum];

    /// <summary>What was asked for.</summary>
    public ActivityOptions Read(ParseResult parsed) => new()
    {
        Strategy = parsed.GetValue(_strategy) ?? Defaults.Strategy,
        SegmentSeconds = parsed.GetValue(_segment)?.TotalSeconds,
        DullBy = parsed.GetValue(_by) ?? default,
        DullPercentile = parsed.GetValue(_percentile) ?? Defaults.DullPercentile,
        DullThreshold = parsed.GetValue(_threshold),
        MaximumSpeed = parsed.GetValue(_maximum) ?? Defaults.MaximumSpeed,
    };
}
