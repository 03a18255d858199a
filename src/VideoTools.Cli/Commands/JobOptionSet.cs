namespace VideoTools.Cli.Commands;

/// <summary>The options of a job of many machines.</summary>
internal sealed class JobOptionSet
{
    private static readonly JobOptions Defaults = new();

    private readonly Option<bool>[] _analyses =
    [
        .. Enum.GetValues<JobAnalysis>().Select(analysis => OptionFactory.Flag(
            NameOf(analysis), $"Find what 'videotools {CommandOf(analysis)}' finds.")),
    ];

    private readonly Option<string[]> _options = OptionFactory.Texts(
        "--option",
        "NAME=VALUE",
        "An option of the analysis by its name in docs/scale-out.md, for example Speech.Model=Base; may be repeated.");

    private readonly Option<string?> _directory = new("--job")
    {
        Description = "Folder that is made for the job: one that all nodes see.", HelpName = "DIR", Required = true,
    };

    private readonly Option<JobScheduler?> _scheduler = OptionFactory.Choice<JobScheduler>(
        "--scheduler", "What starts the parts; slurm by default.");

    private readonly Option<double?> _minutes = OptionFactory.Number(
        "--part-minutes", "Work of a part, in minutes of 1080p video; 10 by default.");

    private readonly Option<int> _tasks = OptionFactory.Whole("--task-count", 0, 0, "Number of parts; 0 lets --part-minutes decide.");

    private readonly Option<int> _cpus = OptionFactory.Whole("--cpus-per-task", Defaults.CpusPerTask, 1, "Cores of a part.");

    private readonly Option<string?> _memory = OptionFactory.Text(
        "--memory-per-task", "SIZE", "Memory of a part, for example 8G; the cluster's default when not given.");

    private readonly Option<int> _gpus = OptionFactory.Whole("--gpus-per-task", 0, 0, "GPUs of a part.");

    private readonly Option<TimeSpan?> _limit = OptionFactory.Time(
        "--time-limit", "Longest time of a part; the partition's limit when not given.");

    private readonly Option<string?> _partition = OptionFactory.Text(
        "--partition", "NAME", "Where the parts run; the cluster's default when not given.");

    private readonly Option<int> _running = OptionFactory.Whole("--maximum-running", 0, 0, "Most parts that run at once; 0 for no limit.");

    private readonly Option<string[]> _extra = OptionFactory.Texts(
        "--extra", "ARGUMENT", "A further argument of sbatch, for example --extra=--account=film; may be repeated.");

    private readonly Option<string?> _program = OptionFactory.Text(
        "--program", "FILE", "The videotools program on the nodes; this one by default.");

    private readonly Option<bool> _shared = OptionFactory.Flag(
        "--shared-cache", "Keep results in your own cache, which all nodes must see; otherwise every node has one of its own.");

    /// <summary>The options, in the order of the help.</summary>
    public Option[] All =>
    [
        .. _analyses, _options, _directory, _scheduler, _minutes, _tasks, _cpus, _memory, _gpus, _limit, _partition, _running, _extra,
        _program, _shared,
    ];

    /// <summary>The analysis that was asked for, with its options.</summary>
    /// <exception cref="ArgumentException">There is none, or several, or an option is none.</exception>
    public FeatureOptions ReadFeature(ParseResult parsed, IJobs jobs)
    {
        var wanted = Enum.GetValues<JobAnalysis>().Where(analysis => parsed.GetValue(_analyses[(int)analysis])).ToList();
        if (wanted.Count != 1)
        {
            throw new ArgumentException($"Name one analysis: {string.Join(", ", Enum.GetValues<JobAnalysis>().Select(NameOf))}.");
        }

        Dictionary<string, object?> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (var text in parsed.GetValue(_options) ?? [])
        {
            Set(values, text);
        }

        return jobs.CreateFeature(wanted[0], values);
    }

    /// <summary>How the job is cut and run.</summary>
    public JobOptions Read(ParseResult parsed, Func<string, string> fullPath) => new()
    {
        JobDirectory = Path.TrimEndingDirectorySeparator(fullPath(parsed.GetValue(_directory)!)),
        Scheduler = parsed.GetValue(_scheduler) ?? Defaults.Scheduler,
        PartMinutes = parsed.GetValue(_minutes) ?? Defaults.PartMinutes,
        TaskCount = parsed.GetValue(_tasks),
        CpusPerTask = parsed.GetValue(_cpus),
        MemoryPerTask = parsed.GetValue(_memory),
        GpusPerTask = parsed.GetValue(_gpus),
        TimeLimit = parsed.GetValue(_limit),
        Partition = parsed.GetValue(_partition),
        MaximumRunning = parsed.GetValue(_running),
        ExtraArguments = new ValueList<string>(parsed.GetValue(_extra) ?? []),
        ProgramPath = parsed.GetValue(_program) is { } program ? fullPath(program) : null,
        SharedCache = parsed.GetValue(_shared),
    };

    private static string NameOf(JobAnalysis analysis) => analysis == JobAnalysis.CropPath ? "--crop-path" : "--" + Lower(analysis);

    private static string CommandOf(JobAnalysis analysis) => analysis == JobAnalysis.CropPath ? "path" : Lower(analysis);

    private static string Lower(JobAnalysis analysis) => analysis.ToString().ToLowerInvariant();

    // "Speech.Model=Base" is the Model of the options named Speech.
    private static void Set(Dictionary<string, object?> values, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            throw new ArgumentException($"--option '{text}' is no NAME=VALUE.");
        }

        var names = text[..equals].Split('.');
        foreach (var name in names[..^1])
        {
            if (!values.TryGetValue(name, out var inner) || inner is not Dictionary<string, object?> table)
            {
                values[name] = table = new(StringComparer.OrdinalIgnoreCase);
            }

            values = table;
        }

        values[names[^1]] = text[(equals + 1)..];
    }
}
