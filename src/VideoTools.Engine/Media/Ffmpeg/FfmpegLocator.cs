using VideoTools.Engine.Files;

namespace VideoTools.Engine.Media.Ffmpeg;

/// <summary>
/// Finds ffmpeg and ffprobe: in the directory the user named, else in the one that VIDEOTOOLS_FFMPEG names, else in the folder
/// "ffmpeg" beside the engine, else on PATH. A directory that was named but lacks them is an error, not a reason to look on: another
/// version than the one asked for must never run silently.
/// </summary>
internal static class FfmpegLocator
{
    /// <summary>Environment variable that names the directory.</summary>
    public const string EnvironmentVariable = "VIDEOTOOLS_FFMPEG";

    /// <summary>Finds both executables.</summary>
    /// <param name="directory">Directory the user named, null for none.</param>
    /// <exception cref="VideoToolsException"><see cref="VideoErrorId.DecoderMissing"/>.</exception>
    public static FfmpegTools Locate(string? directory = null) =>
        Locate(directory, Environment.GetEnvironmentVariable, AppContext.BaseDirectory, EngineDirectory());

    internal static FfmpegTools Locate(string? directory, Func<string, string?> environment, params string?[] besides)
    {
        if (!string.IsNullOrWhiteSpace(directory))
        {
            return Find(directory) ?? throw Missing($"There is no ffmpeg and ffprobe in '{directory}'.");
        }

        var named = environment(EnvironmentVariable);
        if (!string.IsNullOrWhiteSpace(named))
        {
            return Find(named) ?? throw Missing($"There is no ffmpeg and ffprobe in '{named}' ({EnvironmentVariable}).");
        }

        foreach (var beside in besides)
        {
            if (!string.IsNullOrEmpty(beside) && Find(Path.Combine(beside, "ffmpeg")) is { } bundled)
            {
                return bundled;
            }
        }

        foreach (var folder in SearchPath.Folders(environment))
        {
            if (Find(folder) is { } found)
            {
                return found;
            }
        }

        throw Missing("ffmpeg and ffprobe were not found.");
    }

    private static FfmpegTools? Find(string directory)
    {
        var extension = OperatingSystem.IsWindows() ? ".exe" : "";
        try
        {
            var full = Path.GetFullPath(directory);
            var ffmpeg = Path.Combine(full, "ffmpeg" + extension);
            var ffprobe = Path.Combine(full, "ffprobe" + extension);
            return File.Exists(ffmpeg) && File.Exists(ffprobe) ? new FfmpegTools(ffmpeg, ffprobe) : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or IOException)
        {
            return null; // A malformed PATH entry is skipped, as shells do.
        }
    }

    private static string? EngineDirectory()
    {
        var location = typeof(FfmpegLocator).Assembly.Location;
        return location.Length == 0 ? null : Path.GetDirectoryName(location);
    }

    private static VideoToolsException Missing(string message) => new(
        VideoErrorId.DecoderMissing,
        "ffmpeg",
        message,
        HowToInstall() + $" Or name its directory with -FfmpegDirectory (--ffmpeg-directory) or {EnvironmentVariable}.");

    private static string HowToInstall() =>
        OperatingSystem.IsWindows() ? "Install ffmpeg 5.1 or later, for example with 'winget install Gyan.FFmpeg'."
        : OperatingSystem.IsMacOS() ? "Install ffmpeg 5.1 or later, for example with 'brew install ffmpeg'."
        : "Install ffmpeg 5.1 or later, for example with 'apt install ffmpeg', 'dnf install ffmpeg' or 'apk add ffmpeg'.";
}
