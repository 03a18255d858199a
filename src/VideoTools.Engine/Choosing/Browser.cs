using System.Diagnostics;

namespace VideoTools.Engine.Choosing;

/// <summary>The user's browser.</summary>
internal static class Browser
{
    /// <summary>Opens a page in it.</summary>
    /// <returns>False where there is none, or no display.</returns>
    public static bool TryOpen(string url)
    {
        if (OperatingSystem.IsLinux() && !HasDisplay())
        {
            return false;
        }

        try
        {
            // What it starts must not read what is meant for us, and says nothing on our output.
            var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(url) { UseShellExecute = true }
                : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [url])
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                };
            using var process = Process.Start(start);
            if (process is not null && !OperatingSystem.IsWindows())
            {
                process.StandardInput.Close();
            }

            return true;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    private static bool HasDisplay() =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));
}
