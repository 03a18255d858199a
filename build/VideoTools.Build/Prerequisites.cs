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

    /// <summary>Fonts that the tests draw overlays with. Without them those tests say that they were skipped.</summary>
    public static void EnsureTestFonts(BuildContext context)
    {
        const string Packages = "fonts-dejavu-core fonts-liberation fonts-droid-fallback";
        if (!OperatingSystem.IsLinux() || File.Exists("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"))
        {
            return;
        }

        if (Environment.IsPrivilegedProcess && BuildContext.Find("apt-get") is { } apt)
        {
            BuildContext.Say("Installing fonts for the tests (apt-get)");
            Environment.SetEnvironmentVariable("DEBIAN_FRONTEND", "noninteractive");
            if (context.Run(apt, ["install", "-y", "-qq", "--no-install-recommends", .. Packages.Split(' ')], quiet: true) == 0
                || (context.Run(apt, ["update", "-qq"], quiet: true) == 0
                    && context.Run(apt, ["install", "-y", "-qq", "--no-install-recommends", .. Packages.Split(' ')], quiet: true) == 0))
            {
                return;
            }
        }

        Console.WriteLine($"*** Tests that draw text will be skipped: install {Packages} ***");
    }
}
