namespace VideoTools.Cli.Commands;

/// <summary>The options that say how scenes are found.</summary>
internal sealed class SceneOptionSet
{
    private readonly Option<SceneDetector?> _detector = OptionFactory.Choice<SceneDetector>("--detector", "Which detector decides.");

    private readonly Option<double?> _threshold = OptionFactory.Number(
        "--threshold", "The detector's threshold in its own unit.");

    private readonly Option<TimeSpan?> _minimum = OptionFactory.Time(
        "--min-length", "Transitions closer than this to the one before are not reported.");

    private readonly Option<bool> _merge =
        OptionFactory.Flag("--merge-short", "Merge scenes shorter than the minimum length into a neighbour.");

    private readonly Option<TimeSpan?> _fallback = OptionFactory.Time(
        "--fallback-length", "Where no transition is found: cut into segments of this length.");

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All => [_detector, _threshold, _minimum, _merge, _fallback];

    /// <summary>What was asked for.</summary>
    public SceneOptions Read(ParseResult parsed) => new()
    {
        Detector = parsed.GetValue(_detector) ?? default,
        Threshold = parsed.GetValue(_threshold),
        MinimumLength = parsed.GetValue(_minimum),
        MergeShort = parsed.GetValue(_merge),
        FallbackLength = parsed.GetValue(_fallback),
    };
}
