using System.Diagnostics;
using System.Globalization;

namespace VideoTools.Benchmarks.Measuring;

/// <summary>Peak memory of a child process on Linux.</summary>
internal static class PeakMemory
{
    /// <summary>Waits for the process and gives its high-water mark in MiB, as the kernel keeps it; it is read until the process is gone.</summary>
    /// <exception cref="InvalidOperationException">The process ended with another code than 0.</exception>
    public static double Watch(Process process)
    {
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var error = process.StandardError.ReadToEndAsync();
        double peak = 0;
        while (!process.WaitForExit(20))
        {
            try
            {
                var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
                if (line is not null)
                {
                    peak = double.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
                }
            }
            catch (IOException)
            {
                break;
            }
        }

        process.WaitForExit();
        return process.ExitCode == 0 ? peak : throw new InvalidOperationException($"It ended with {process.ExitCode}: {error.Result}");
    }
}
