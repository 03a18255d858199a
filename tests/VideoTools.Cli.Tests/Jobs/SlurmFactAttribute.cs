namespace VideoTools.Cli.Tests.Jobs;

/// <summary>A test that starts a Slurm cluster of its own. Where it cannot it says aloud that it was skipped.</summary>
public sealed class SlurmFactAttribute : FactAttribute
{
    private static readonly string? Missing = Find();

    public SlurmFactAttribute() => Skip = Missing;

    private static string? Find()
    {
        string[] programs = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scontrol", "scancel"];
        string[] missing = [.. programs.Where(name => SlurmCluster.Locate(name) is null)];
        var reason = !OperatingSystem.IsLinux() ? "needs Linux"
            : missing.Length > 0 ? $"{string.Join(", ", missing)} not installed (the build's test task installs munge, slurmctld, slurmd where it may)"
            : !Environment.IsPrivilegedProcess ? "Slurm's daemons need root"
            : null;
        if (reason is not null)
        {
            reason = "SKIPPED, NOT PASSED: " + reason;
            Console.Error.WriteLine(reason);
        }

        return reason;
    }
}
