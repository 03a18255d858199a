using System.Runtime.CompilerServices;

namespace VideoTools.PowerShell.InProcess.Tests;

/// <summary>The module as the build lays it out.</summary>
internal static class BuiltModule
{
    /// <summary>Its manifest; null when nothing was built yet.</summary>
    public static string? Manifest { get; } = Find();

    /// <summary>Why tests can't run here; null when they can.</summary>
    public static string? Missing { get; } = Report(
        Manifest is null ? "output/VideoTools does not exist (run the build, which makes it)"
        : !IsOnPath("ffmpeg") || !IsOnPath("ffprobe") ? "ffmpeg and ffprobe are not on the PATH"
        : null);

    // Before PowerShell and the engine read them.
    [ModuleInitializer]
    internal static void SetEnvironment()
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        Environment.SetEnvironmentVariable("VIDEOTOOLS_CACHE_MB", "0");
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var manifest = Path.Combine(folder.FullName, "output", "VideoTools", "VideoTools.psd1");
            if (File.Exists(manifest))
            {
                return manifest;
            }
        }

        return null;
    }

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program)));

    private static string? Report(string? reason)
    {
        if (reason is not null)
        {
            reason = "SKIPPED, NOT PASSED: " + reason;
            Console.Error.WriteLine(reason);
        }

        return reason;
    }
}
