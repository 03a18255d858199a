using System.ComponentModel;
using System.Diagnostics;

namespace VideoTools.TestMedia;

/// <summary>A drive with hardly any room (tmpfs), for what must happen when it is full. It takes the right to mount one.</summary>
public sealed class SmallDrive : IDisposable
{
    private static readonly Lazy<bool> LazyIsAvailable = new(() =>
    {
        try
        {
            using var drive = new SmallDrive(64);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    });

    /// <summary>Mounts one.</summary>
    /// <param name="kilobytes">Its room.</param>
    /// <exception cref="InvalidOperationException">It may not be mounted here.</exception>
    public SmallDrive(int kilobytes)
    {
        FullName = Directory.CreateTempSubdirectory("videotools-small-drive").FullName;
        if (!TryRun("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={kilobytes}k"), "tmpfs", FullName))
        {
            Directory.Delete(FullName);
            throw new InvalidOperationException("A drive may not be mounted here.");
        }
    }

    /// <summary>True where it can be had.</summary>
    public static bool IsAvailable => OperatingSystem.IsLinux() && LazyIsAvailable.Value;

    /// <summary>Its folder.</summary>
    public string FullName { get; }

    public void Dispose()
    {
        TryRun("umount", FullName);
        Directory.Delete(FullName, recursive: true);
    }

    private static bool TryRun(string tool, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
