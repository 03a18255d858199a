using VideoTools.Engine.Inference;

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

        if (!TryInstall(context, "fonts", Packages))
        {
            Console.WriteLine($"*** Tests that draw text will be skipped: install {Packages} ***");
        }
    }

    /// <summary>The browser that reports are opened in. Without it those tests say that they were skipped.</summary>
    public static void EnsureTestBrowser(BuildContext context)
    {
        string[] names = ["chromium", "chromium-browser", "google-chrome"];
        if (OperatingSystem.IsLinux() && !names.Any(name => BuildContext.Find(name) is not null) && !TryInstall(context, "a browser", "chromium"))
        {
            Console.WriteLine("*** Tests of the report's page will be skipped: install chromium ***");
        }
    }

    /// <summary>The tracer that watches for connections. Without it that test says that it was skipped.</summary>
    public static void EnsureTestTracer(BuildContext context)
    {
        if (OperatingSystem.IsLinux() && BuildContext.Find("strace") is null && !TryInstall(context, "a tracer", "strace"))
        {
            Console.WriteLine("*** The test that nothing is sent will be skipped: install strace ***");
        }
    }

    /// <summary>What OpenCV's library needs, which the kernels are tested against. Without it those tests say that they were skipped.</summary>
    public static void EnsureTestOpenCv(BuildContext context)
    {
        const string Packages = "libgtk-3-0 libharfbuzz0b libfreetype6 libdrm2 libatomic1";
        string[] folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib64"];
        string[] libraries = ["libgtk-3.so.0", "libharfbuzz.so.0", "libfreetype.so.6", "libdrm.so.2", "libatomic.so.1"];
        if (NativePlatform.Here == "linux-x64"
            && !libraries.All(library => folders.Any(folder => File.Exists(Path.Combine(folder, library))))
            && !TryInstall(context, "the libraries of OpenCV", Packages))
        {
            Console.WriteLine($"*** Tests against OpenCV will be skipped: install {Packages} ***");
        }
    }

    /// <summary>The second reader of on-screen text, with some languages. Without it those tests say that they were skipped.</summary>
    public static void EnsureTestTesseract(BuildContext context)
    {
        const string Packages = "tesseract-ocr tesseract-ocr-script-latn tesseract-ocr-deu tesseract-ocr-fra tesseract-ocr-spa tesseract-ocr-dan "
            + "tesseract-ocr-swe tesseract-ocr-pol tesseract-ocr-rus tesseract-ocr-ell tesseract-ocr-tur tesseract-ocr-hin";
        var hasAll = BuildContext.Find("tesseract") is { } tesseract
            && context.Capture(tesseract, ["--list-langs"]).Output.Split('\n', StringSplitOptions.TrimEntries).Contains("Latin");
        if (OperatingSystem.IsLinux() && !hasAll && !TryInstall(context, "Tesseract and languages", Packages))
        {
            Console.WriteLine($"*** Tests of text in other languages will be skipped: install {Packages} ***");
        }
    }

    /// <summary>The cluster that tests start for themselves. Without it those tests say that they were skipped.</summary>
    public static void EnsureTestSlurm(BuildContext context)
    {
        const string Packages = "munge slurm-client slurmctld slurmd";
        string[] programs = ["munged", "sbatch", "slurmctld", "slurmd"];
        string[] folders = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];
        if (OperatingSystem.IsLinux()
            && !programs.All(program => folders.Any(folder => File.Exists(Path.Combine(folder, program))))
            && !TryInstall(context, "Slurm", Packages))
        {
            Console.WriteLine($"*** Tests on a Slurm cluster will be skipped: install {Packages} ***");
        }
    }

    private static bool TryInstall(BuildContext context, string what, string packages)
    {
        if (!Environment.IsPrivilegedProcess || BuildContext.Find("apt-get") is not { } apt)
        {
            return false;
        }

        BuildContext.Say($"Installing {what} for the tests (apt-get)");
        Environment.SetEnvironmentVariable("DEBIAN_FRONTEND", "noninteractive");
        string[] install = ["install", "-y", "-qq", "--no-install-recommends", .. packages.Split(' ')];
        return context.Run(apt, install, quiet: true) == 0
            || (context.Run(apt, ["update", "-qq"], quiet: true) == 0 && context.Run(apt, install, quiet: true) == 0);
    }
}
