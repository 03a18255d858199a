namespace VideoTools.Cli.Commands;

/// <summary>videotools evaluate: compares states with what is known to be true.</summary>
internal sealed class EvaluateCommand : EngineCommand
{
    private readonly Argument<string[]> _inputs;
    private readonly Option<string?> _truth = OptionFactory.Text("--truth", "FILE", "The file that says what is true.");

    private readonly Option<TimeSpan?> _within = OptionFactory.Time(
        "--detect-within", "Time after its start within which a period must be seen; 10 seconds by default.");

    private readonly Option<string?> _directory = OptionFactory.Text(
        "--output-directory", "DIR", "Write one JSON file a video there too.");

    private readonly Option<bool> _force = new("--force") { Description = "Overwrite files that exist." };

    public EvaluateCommand(CliHost host)
        : base(
            host, "evaluate",
            "Compare states of drivers (files of videotools query or driver: answers or states) with what is known to be true.")
    {
        _inputs = Inputs("FILE|GLOB", "Files of states or answers, as CSV or NDJSON.", ArgumentArity.OneOrMore);
        AddOptions(_truth, _within, _directory, _force, Format);
    }

    /// <inheritdoc/>
    protected override void Execute(ParseResult parsed, CommandRun run)
    {
        var options = new EvaluationOptions
        {
            GroundTruthPath = FullPath(parsed.GetValue(_truth))
                ?? throw new ArgumentException("--truth is missing: the file that says what is true."),
            DetectWithinSeconds = parsed.GetValue(_within)?.TotalSeconds ?? 10,
        };
        var states = ExpandPatterns(parsed.GetValue(_inputs), run)
            .SelectMany(file => run.Engine.Observations.ReadStates(file, run.Fail))
            .ToList();
        foreach (var evaluation in run.Engine.Observations.Evaluate(states, options))
        {
            if (FullPath(parsed.GetValue(_directory)) is { } directory)
            {
                run.Try(() => run.Engine.Observations.Save(evaluation, options, directory, parsed.GetValue(_force)));
            }

            run.Write(evaluation);
        }
    }
}
