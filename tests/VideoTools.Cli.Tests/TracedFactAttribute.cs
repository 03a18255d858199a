namespace VideoTools.Cli.Tests;

/// <summary>A test that watches system calls. Where strace is missing it says aloud that it was skipped.</summary>
public sealed class TracedFactAttribute : FactAttribute
{
    public TracedFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists(Path))
        {
            Skip = "SKIPPED, NOT PASSED: needs Linux and strace (the build's test task installs it where it may)";
            Console.Error.WriteLine(Skip);
        }
    }

    /// <summary>Where Debian and Fedora have it.</summary>
    public const string Path = "/usr/bin/strace";
}
