// Method: one script a submission, the same for all its tasks, which a person can read, change and submit by hand. A task of the array
// looks up its part and runs it; what the exit code and the signals of Slurm mean is said in the script itself and in docs/scale-out.md.
namespace VideoTools.Engine.Jobs.Slurm;

/// <summary>Writes the script that Slurm runs for every task.</summary>
internal static class SlurmScript
{
    /// <summary>Exit code of a part that another try may finish (EX_TEMPFAIL of sysexits.h).</summary>
    public const int TryAgain = 75;

    /// <summary>The script.</summary>
    /// <param name="folder">The job.</param>
    /// <param name="request">What each task is given.</param>
    /// <param name="submission">Number of the submission.</param>
    /// <param name="tasks">Number of tasks.</param>
    public static string Write(JobFolder folder, JobRequest request, int submission, int tasks)
    {
        var options = request.Options;
        var name = string.Concat(Path.GetFileName(folder.Path).Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));
        var number = submission.ToString("D3", CultureInfo.InvariantCulture);
        var running = options.MaximumRunning > 0 ? Invariant($"%{options.MaximumRunning}") : "";
        List<string> lines =
        [
            "#!/bin/bash",
            "# One part of a VideoTools job a task. To submit it by hand: sbatch --chdir=JOB JOB/submissions/" + number + ".sbatch",
            "#SBATCH --job-name=videotools-" + name,
            Invariant($"#SBATCH --array=1-{tasks}{running}"),
            "#SBATCH --ntasks=1",
            Invariant($"#SBATCH --cpus-per-task={options.CpusPerTask}"),
        ];
        Add("--mem=", options.MemoryPerTask);
        Add("--gpus-per-task=", options.GpusPerTask > 0 ? Invariant($"{options.GpusPerTask}") : null);
        Add("--time=", options.TimeLimit is { } limit ? Invariant($"{Math.Ceiling(limit.TotalMinutes)}") : null);
        Add("--partition=", options.Partition);
        lines.AddRange(
        [
            "#SBATCH --signal=B:USR1@60",
            "#SBATCH --requeue",
            "#SBATCH --open-mode=append",
            $"#SBATCH --output=logs/{number}-%a.log",
        ]);
        foreach (var extra in options.ExtraArguments)
        {
            lines.Add("#SBATCH " + extra);
        }

        lines.AddRange(
        [
            "",
            "job=" + Quote(folder.Path),
            "program=(" + string.Join(' ', Program(options.ProgramPath!).Select(Quote)) + ")",
            "part=$(sed -n \"${SLURM_ARRAY_TASK_ID}p\" \"$job/submissions/" + number + ".parts\")",
            "",
            .. Cache(request),
            "# A minute before the time limit Slurm signals USR1: the part ends, keeps the files that are finished, and is queued again",
            "# for the rest. TERM comes to all processes when a task is cancelled or preempted: it ends likewise, and is not queued here.",
            "again=",
            "trap 'again=1; kill -TERM \"$child\" 2>/dev/null' USR1",
            "trap : TERM",
            "\"${program[@]}\" run-part \"$job\" \"$part\" &",
            "child=$!",
            "while kill -0 \"$child\" 2>/dev/null; do wait \"$child\"; done",
            "wait \"$child\"; code=$?",
            "",
            "# 75 says that something is wrong with this machine: another try, at most three.",
            $"if [ \"$code\" -eq {TryAgain} ] || {{ [ \"$code\" -eq 143 ] && [ -n \"$again\" ]; }}; then",
            "    scontrol requeue \"${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID\"",
            "fi",
            "exit \"$code\"",
        ]);
        return string.Join('\n', lines) + "\n";

        void Add(string option, string? value)
        {
            if (value is not null)
            {
                lines.Add("#SBATCH " + option + value);
            }
        }
    }

    /// <summary>Refuses texts that would be another line of the script, and values that are none.</summary>
    /// <exception cref="ArgumentException">The message names the option.</exception>
    public static void Validate(JobOptions options)
    {
        foreach (var (name, text) in options.ExtraArguments.Select(text => ("ExtraArgument", (string?)text))
            .Concat([("Partition", options.Partition), ("MemoryPerTask", options.MemoryPerTask)]))
        {
            if (text is not null && (text.Trim().Length == 0 || text.Any(char.IsControl)))
            {
                throw new ArgumentException($"{name} '{text}' is empty or has more than one line.");
            }
        }

        if (options.ExtraArguments.FirstOrDefault(text => !text.StartsWith('-')) is { } wrong)
        {
            throw new ArgumentException($"ExtraArgument '{wrong}' is no argument of sbatch; write for example --account=film.");
        }
    }

    // Texts of users only ever stand in quotes.
    private static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static string[] Program(string path) =>
        path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? ["dotnet", path] : [path];

    private static string[] Cache(JobRequest request) => request.Engine.Cache == CacheMode.Off || request.Options.SharedCache ? [] :
    [
        "# Results are kept on each node, in a folder that is nobody else's: the job's own folder is what is shared.",
        "cache=\"${TMPDIR:-/tmp}/videotools-cache-$(id -u)\"",
        "mkdir -m 700 \"$cache\" 2>/dev/null",
        "if [ -d \"$cache\" ] && [ -O \"$cache\" ] && [ ! -L \"$cache\" ]; then",
        "    export VIDEOTOOLS_CACHE=\"$cache\"",
        "else",
        "    export VIDEOTOOLS_CACHE_MB=0",
        "fi",
        "",
    ];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
