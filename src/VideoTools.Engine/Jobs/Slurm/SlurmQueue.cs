namespace VideoTools.Engine.Jobs.Slurm;

/// <summary>What Slurm says about tasks.</summary>
internal static class SlurmQueue
{
    // The default of Slurm's MaxArraySize, which no index may reach.
    private const int StandardArraySize = 1001;

    /// <summary>The tasks of this user that are queued or run: "job task" and the state. Null when the cluster does not answer.</summary>
    public static IReadOnlyDictionary<(string Job, int Task), string>? Query(string directory)
    {
        try
        {
            var (code, output, _) = SlurmTools.Run(directory, "squeue", "--noheader", "--array", "--me", "--format=%F|%K|%T");
            return code == 0 ? ParseQueue(output) : null;
        }
        catch (VideoToolsException)
        {
            return null;
        }
    }

    /// <summary>What the accounting says of tasks that are gone; empty where there is none.</summary>
    public static IReadOnlyDictionary<(string Job, int Task), string> Account(string directory, IReadOnlyList<string> jobs)
    {
        try
        {
            var (code, output, _) = SlurmTools.Run(
                directory, "sacct", "--noheader", "--parsable2", "--allocations", "--array", "--format=JobID,State",
                "--jobs=" + string.Join(',', jobs));
            return code == 0 ? ParseAccount(output) : new Dictionary<(string, int), string>();
        }
        catch (VideoToolsException)
        {
            return new Dictionary<(string, int), string>();
        }
    }

    /// <summary>Most tasks that an array may have.</summary>
    public static int MostTasks(string directory)
    {
        var (code, output, error) = SlurmTools.Run(directory, "scontrol", "show", "config");
        return code == 0 ? ParseArraySize(output) - 1 : throw SlurmTools.Failed(directory, error);
    }

    /// <summary>Submits a script.</summary>
    /// <returns>The number of the job.</returns>
    public static string Submit(string directory, string script)
    {
        var (code, output, error) = SlurmTools.Run(directory, "sbatch", "--parsable", "--chdir=" + directory, script);
        return code == 0 ? output.Trim().Split(';')[0] : throw SlurmTools.Failed(directory, error);
    }

    /// <summary>Ends jobs.</summary>
    public static void Cancel(string directory, IReadOnlyList<string> jobs)
    {
        var (code, _, error) = SlurmTools.Run(directory, "scancel", [.. jobs]);
        if (code != 0)
        {
            throw SlurmTools.Failed(directory, error);
        }
    }

    internal static Dictionary<(string Job, int Task), string> ParseQueue(string output)
    {
        Dictionary<(string, int), string> tasks = [];
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Trim().Split('|') is [var job, var task, var state]
                && int.TryParse(task, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                tasks[(job, index)] = state;
            }
        }

        return tasks;
    }

    internal static Dictionary<(string Job, int Task), string> ParseAccount(string output)
    {
        Dictionary<(string, int), string> tasks = [];
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Trim().Split('|') is [var id, var state] && id.Split('_') is [var job, var task]
                && int.TryParse(task, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                tasks[(job, index)] = state;
            }
        }

        return tasks;
    }

    internal static int ParseArraySize(string config)
    {
        var line = config.Split('\n').FirstOrDefault(text => text.StartsWith("MaxArraySize", StringComparison.Ordinal));
        return int.TryParse(line?.Split('=')[^1], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var size) && size > 1
            ? size
            : StandardArraySize;
    }
}
