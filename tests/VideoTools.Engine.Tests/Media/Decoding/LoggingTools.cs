using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Tests.Media.Decoding;

/// <summary>A directory whose ffmpeg and ffprobe are shell scripts: to count starts, or to behave badly. Unix only.</summary>
internal sealed class LoggingTools : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("videotools-fake-").FullName;

    /// <summary>ffmpeg notes its process id in a file, then becomes the real one.</summary>
    public LoggingTools(FfmpegTools real)
        : this($"echo $$ >> \"$(dirname \"$0\")/starts\"\nexec '{real.Ffmpeg}' \"$@\"", $"exec '{real.Ffprobe}' \"$@\"")
    {
    }

    /// <summary>Both scripts are given.</summary>
    public LoggingTools(string ffmpegScript, string ffprobeScript)
    {
        Tools = new FfmpegTools(Write("ffmpeg", ffmpegScript), Write("ffprobe", ffprobeScript));
    }

    public FfmpegTools Tools { get; }

    public string Folder => _folder;

    /// <summary>Process ids of the children started, in order.</summary>
    public int[] Started => File.Exists(Path.Combine(_folder, "starts"))
        ? [.. File.ReadAllLines(Path.Combine(_folder, "starts")).Where(l => l.Length > 0).Select(int.Parse)]
        : [];

    public int StartCount => Started.Length;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string script)
    {
        var path = Path.Combine(_folder, name);

        // Written by another process: a file this one still has open for writing in a child just being started can't be executed.
        TestClip.Run("sh", ["-c", "printf '%s\\n' '#!/bin/sh' \"$2\" > \"$1\" && chmod 700 \"$1\"", "sh", path, script]);
        return path;
    }
}
