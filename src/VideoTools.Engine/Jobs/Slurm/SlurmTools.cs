// Method: Slurm's own programs, found on the PATH, with arguments that no shell reads. Each is given a
// minute: a controller that does not answer is reported, not waited for. Cost: a process a call.
using System.ComponentModel;
using System.Diagnostics;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Jobs.Slurm;

/// <summary>Calls Slurm's programs.</summary>
internal static class SlurmTools
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Refuses work for Slurm on a machine without its programs.</summary>
    /// <exception cref="VideoToolsException">SchedulerMissing.</exception>
    public static void Require(string directory)
    {
        if (!SearchPath.Folders(Environment.GetEnvironmentVariable).Any(folder => File.Exists(Path.Combine(folder, "sbatch"))))
        {
            throw Missing("sbatch", directory);
        }
    }

    /// <summary>Runs one.</summary>
    /// <returns>Its exit code, what it wrote, and what it complained about.</returns>
    /// <exception cref="VideoToolsException">SchedulerMissing; SchedulerFailed when it does not answer.</exception>
    public static (int Code, string Output, string Error) Run(string directory, string tool, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(tool)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            if (process.WaitForExit(Patience))
            {
                return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult().Trim());
            }

            process.Kill(entireProcessTree: true);
            throw Failed(directory, $"{tool} did not answer for {Patience.TotalSeconds:0} seconds.");
        }
        catch (Win32Exception)
        {
            throw Missing(tool, directory);
        }
    }

    /// <summary>The error of a scheduler that does not do what it was asked.</summary>
    public static VideoToolsException Failed(string directory, string what) => new(
        VideoErrorId.SchedulerFailed, directory, $"Slurm refused the job in '{directory}': {what}",
        "Correct what it names, or ask whoever runs the cluster; sinfo shows the partitions.");

    private static VideoToolsException Missing(string tool, string directory) => new(
        VideoErrorId.SchedulerMissing, directory, $"{tool} is not on the PATH: Slurm's programs are not installed here.",
        "Run this on a machine of the cluster, install its programs (Debian: slurm-client), "
        + "or work on this machine: -Scheduler (--scheduler) Local.");
}
