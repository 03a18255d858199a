using System.Diagnostics;
using System.Text;
using VideoTools.Cli.Hosting;
using VideoTools.Cli.Tests.Fakes;
using VideoTools.Engine;
using VideoTools.Engine.Caching;
using VideoTools.Engine.Features;

namespace VideoTools.Cli.Tests;

/// <summary>videotools transcript over files with sound only, from the arguments to the cache.</summary>
public sealed class SoundFileCommandTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("videotools-sound-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [LinuxFact]
    public void Transcript_OfADirectory_TakesItsSoundAndDecodesItOnce()
    {
        MakeSound("talks/hum.m4a");
        MakeSound("talks/deep/hum.mp3");
        var tools = CountedTools.Create(_directory);

        var (code, output, error) = Run("transcript", "talks", "--ffmpeg-directory", tools);
        Assert.True(code == ExitCode.Success, error);
        Assert.Equal(2, output.Split("\"SkipReason\":\"NoSpeech\"").Length - 1);
        var started = CountedTools.Started(_directory).Length;

        Assert.Equal(output, Run("transcript", "talks", "--ffmpeg-directory", tools).Output);
        Assert.Equal(started, CountedTools.Started(_directory).Length);
    }

    [LinuxFact]
    public void Info_OfSound_NamesTheCommandThatTakesIt()
    {
        MakeSound("hum.m4a");

        var (code, output, error) = Run("info", "hum.m4a");

        Assert.Equal((ExitCode.SomeFailed, ""), (code, output));
        Assert.Contains("videotools transcript", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Get-VideoTranscript", error, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void Transcript_WithAModelThatIsNone_IsOneErrorForAllFiles()
    {
        MakeSound("a.wav");
        MakeSound("b.wav");
        File.WriteAllText(Path.Combine(_directory, "ggml.bin"), "a shopping list");

        var (code, output, error) = Run("transcript", "a.wav", "b.wav", "--model-path", "ggml.bin");

        Assert.Equal((ExitCode.SomeFailed, ""), (code, output));
        Assert.Single(error.Split('\n'), line => line.Contains("no Whisper model", StringComparison.Ordinal));
    }

    private (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = CliApplication.Run(arguments, new CliHost
        {
            CreateEngine = () => VideoEngine.Create(
                FeatureRegistry.Default, new ResultCache(Path.Combine(_directory, "cache"), 64 << 20)),
            Output = output,
            Error = error,
            WorkingDirectory = _directory,
        });
        return (code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private void MakeSound(string name)
    {
        var path = Path.Combine(_directory, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var process = Process.Start("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "sine=duration=2", path]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
