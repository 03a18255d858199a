namespace VideoTools;

/// <summary>What starts the parts of a job.</summary>
public enum JobScheduler
{
    /// <summary>A Slurm cluster, as one array job.</summary>
    Slurm,

    /// <summary>This machine, one part after another, while the command runs.</summary>
    Local,
}
