// Method: .NET counts the processors that affinity and the cgroup leave. A cluster that enforces neither (TaskPlugin=task/none) still
// says how many were given: SLURM_CPUS_PER_TASK, which holds inside of a job only.
namespace VideoTools.Engine.Work;

/// <summary>The cores that this process was given.</summary>
internal static class GivenCores
{
    /// <summary>How many there are; read once.</summary>
    public static int Count { get; } = Of(Environment.ProcessorCount, Environment.GetEnvironmentVariable);

    /// <summary>True when others have the rest of the machine's: what chooses for itself must be told.</summary>
    public static bool IsLimited { get; } = Count < Environment.ProcessorCount;

    /// <summary>How many there are.</summary>
    /// <param name="processors">Processors that the system lets this process use.</param>
    /// <param name="environment">Gives environment variables.</param>
    public static int Of(int processors, Func<string, string?> environment) =>
        environment("SLURM_JOB_ID") is { Length: > 0 }
        && int.TryParse(environment("SLURM_CPUS_PER_TASK"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0
            ? Math.Clamp(given, 1, Math.Max(1, processors))
            : Math.Max(1, processors);
}
