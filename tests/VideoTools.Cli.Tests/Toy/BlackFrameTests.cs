using System.Diagnostics;
using System.Text;
using VideoTools.Cli.Hosting;
using VideoTools.Cli.Tests.Fakes;
using VideoTools.Engine;
using VideoTools.Engine.Caching;
using VideoTools.Engine.Features;

namespace VideoTools.Cli.Tests.Toy;

/// <summary>A feature that joins by one folder: it decodes, prints in every format, refuses wrong options and is cached, by saying so once.</summary>
public sealed class BlackFrameTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("videotools-toy-").FullName;
    private readonly ResultCache _cache;

    public BlackFrameTests() => _cache = new ResultCache(Path.Combine(_directory, "cache"), 1 << 20);

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [LinuxFact]
    public void Run_ThreeBlackFrames_AreFoundPrintedAndKept()
    {
        var clip = MakeClip();
        var tools = CountedTools.Create(_directory);

        var (code, first, error) = Run("black", clip, "--format", "csv", "--ffmpeg-directory", tools);
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Assert.Equal(
            ["\"FullName\",\"Index\",\"Seconds\",\"Luma\"", $"\"{clip}\",\"0\",\"0\",\"16\"", $"\"{clip}\",\"1\",\"0.04\",\"16\"", $"\"{clip}\",\"2\",\"0.08\",\"16\""],
            first.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("\"Index\":2", Run("black", clip, "--format", "ndjson", "--ffmpeg-directory", tools).Output, StringComparison.Ordinal);
        Assert.StartsWith("FullName", Run("black", clip, "--format", "table", "--ffmpeg-directory", tools).Output, StringComparison.Ordinal);

        // The first run started ffprobe and ffmpeg, the others neither.
        Assert.Equal(["ffprobe", "ffmpeg"], CountedTools.Started(_directory));
        Assert.Contains("\"BlackFrame\"", Run("cache", "--format", "csv").Output, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void Run_ThresholdOutOfRange_IsAUsageErrorThatNamesIt()
    {
        var (code, _, error) = Run("black", MakeClip(), "--threshold", "300");

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("Threshold must be 16 to 235.", error, StringComparison.Ordinal);
    }

    private (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new MemoryStream();
        var error = new StringWriter();
        var host = new CliHost
        {
            CreateEngine = () => VideoEngine.Create(new FeatureRegistry([.. FeatureRegistry.Default.All, new BlackFrameFeature()]), _cache),
            Output = output,
            Error = error,
            WorkingDirectory = _directory,
        };
        var code = CliApplication.Run(arguments, host, new BlackFrameCommand(host));
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    // Three black frames, then grey ones.
    private string MakeClip()
    {
        var clip = Path.Combine(_directory, "clip.mkv");
        using var process = Process.Start("ffmpeg",
        [
            "-v", "error", "-nostdin", "-f", "lavfi", "-i", "color=black:s=64x36:r=25:d=0.12", "-f", "lavfi", "-i", "color=gray:s=64x36:r=25:d=0.4",
            "-filter_complex", "[0][1]concat", "-c:v", "ffv1", "-pix_fmt", "yuv420p", clip,
        ]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return clip;
    }
}
