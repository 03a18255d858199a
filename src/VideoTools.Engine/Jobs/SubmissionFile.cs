namespace VideoTools.Engine.Jobs;

/// <summary>Parts that were handed to a scheduler at one time; which they are stands in a file beside it, one a line.</summary>
internal sealed record SubmissionFile
{
    /// <summary>Ends the name of the list of parts.</summary>
    public const string PartsExtension = ".parts";

    /// <summary>Ends the name of this file.</summary>
    public const string Extension = ".json";

    /// <summary>What starts the parts.</summary>
    public JobScheduler Scheduler { get; init; }

    /// <summary>The scheduler's number of the job; empty for this machine.</summary>
    public string JobId { get; init; } = "";

    /// <summary>The machine that submitted it.</summary>
    public string Node { get; init; } = "";

    /// <summary>The process that submitted it: on this machine the one that works.</summary>
    public int Process { get; init; }

    /// <summary>When it was submitted.</summary>
    public DateTimeOffset Submitted { get; init; }

    /// <summary>True while the process that works on this machine is there.</summary>
    public bool IsAlive() => Scheduler == JobScheduler.Local && Node == Environment.MachineName && IsRunning(Process);

    /// <summary>The submissions of a job, in order, with their numbers.</summary>
    public static IReadOnlyList<(int Number, SubmissionFile File)> ReadAll(JobFolder folder) =>
    [
        .. folder.SubmissionNumbers()
            .Select(number => (number, JobJson.Read<SubmissionFile>(folder, folder.Submission(number, Extension))!)),
    ];

    /// <summary>The parts of a submission, in the order of its tasks.</summary>
    public static IReadOnlyList<int> Parts(JobFolder folder, int number)
    {
        try
        {
            return
            [
                .. File.ReadLines(folder.Submission(number, PartsExtension)).Select(line => int.Parse(line, CultureInfo.InvariantCulture)),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            throw JobJson.Invalid(folder, folder.Submission(number, PartsExtension), exception);
        }
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
