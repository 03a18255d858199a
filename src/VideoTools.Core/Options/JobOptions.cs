namespace VideoTools;

/// <summary>How a job is cut into parts, and what each of them is given.</summary>
public sealed record JobOptions
{
    /// <summary>Absolute path of the folder that holds the job: on a cluster one that all nodes see.</summary>
    public string JobDirectory { get; init; } = "";

    /// <summary>What starts the parts.</summary>
    public JobScheduler Scheduler { get; init; }

    /// <summary>Work of a part in minutes of 1080p video, above 0; larger pictures count for more, smaller ones for less.</summary>
    public double PartMinutes { get; init; } = 10;

    /// <summary>Number of parts; 0 lets <see cref="PartMinutes"/> decide.</summary>
    public int TaskCount { get; init; }

    /// <summary>Cores of a part.</summary>
    public int CpusPerTask { get; init; } = 4;

    /// <summary>Memory of a part as Slurm writes it, for example 8G; null for the cluster's default.</summary>
    public string? MemoryPerTask { get; init; }

    /// <summary>GPUs of a part.</summary>
    public int GpusPerTask { get; init; }

    /// <summary>Longest time of a part; null for the partition's limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The partition; null for the cluster's default.</summary>
    public string? Partition { get; init; }

    /// <summary>Most parts that run at once; 0 for as many as the cluster gives.</summary>
    public int MaximumRunning { get; init; }

    /// <summary>Further arguments of sbatch, for example --account=film.</summary>
    public ValueList<string> ExtraArguments { get; init; } = ValueList<string>.Empty;

    /// <summary>The videotools program on the nodes; null for the one found here.</summary>
    public string? ProgramPath { get; init; }

    /// <summary>True keeps results in the user's own cache, which all nodes share; otherwise every node has one of its own.</summary>
    public bool SharedCache { get; init; }
}
