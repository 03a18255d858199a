namespace VideoTools.Cli.Tests;

/// <summary>A test of something that only Linux has; elsewhere it is shown as skipped.</summary>
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "Needs Linux.";
        }
    }
}
