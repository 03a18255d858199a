using System.Collections.Concurrent;
using System.Diagnostics;

namespace VideoTools.Engine.Tests.Media.Decoding;

/// <summary>Makes small clips with ffmpeg, once a test run, in a directory of their own.</summary>
internal static class TestClip
{
    private static readonly ConcurrentDictionary<string, Lazy<string>> _made = new();
    private static readonly Lazy<string> _directory = new(() =>
    {
        var path = Directory.CreateTempSubdirectory("videotools-decoding-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => TryDelete(path);
        return path;
    });

    public static string Folder => _directory.Value;

    /// <summary>Path of the clip "name", made by ffmpeg with these arguments before the output name when it does not exist yet.</summary>
    public static string Make(string name, params string[] arguments) =>
        _made.GetOrAdd(name, _ => new Lazy<string>(() =>
        {
            var path = Path.Combine(Folder, name);
            Run("ffmpeg", ["-nostdin", "-v", "error", "-y", .. arguments, path]);
            return path;
        })).Value;

    /// <summary>Path of a new file with this content.</summary>
    public static string Write(string name, byte[] content)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public static string Run(string tool, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{tool}: {error.Result}");
    }

    /// <summary>Time stamps of the video frames by ffprobe, in display order, in units of the stream's time base.</summary>
    public static long[] FrameTimes(string path) =>
        [.. Run("ffprobe", ["-v", "error", "-select_streams", "v:0", "-show_entries", "frame=best_effort_timestamp", "-of", "csv=p=0", path])
            .Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(long.Parse)];

    private static void TryDelete(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (IOException)
        {
            // Left to the system's own cleaning.
        }
    }
}
