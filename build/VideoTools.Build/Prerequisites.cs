namespace VideoTools.Build;

/// <summary>Installs what a fresh machine lacks, or says what to install.</summary>
internal static class Prerequisites
{
    public static void EnsureFfmpeg(BuildContext context)
    {
        if (BuildContext.Find("ffmpeg") is not null && BuildContext.Find("ffprobe") is not null)
        {
            return;
        }

        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && BuildContext.Find("apt-get") is { } apt)
        {
            BuildContext.Say("Installing ffmpeg (apt-get)");
            Environment.SetEnvironmentVariable("DEBIAN_FRONTEND", "noninteractive");
            context.MustRun("Updating the package lists", apt, "update", "-qq");
            context.MustRun("Installing ffmpeg", apt, "install", "-y", "-qq", "--no-install-recommends", "ffmpeg");
            return;
        }

        throw new BuildException(
            "ffmpeg and ffprobe (5.1 or newer) are not on PATH. Install them: "
            + "Debian/Ubuntu 'sudo apt-get install ffmpeg', Fedora 'sudo dnf install ffmpeg-free', "
            + "macOS 'brew install ffmpeg', Windows 'winget install Gyan.FFmpeg'. Then run this again.");
    }
}
