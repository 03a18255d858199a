using System.Diagnostics;
using System.Text;
using VideoTools.Cli.Hosting;
using VideoTools.Cli.Tests.Fakes;
using VideoTools.Engine;
using VideoTools.Engine.Caching;
using VideoTools.Engine.Features;

namespace VideoTools.Cli.Tests;

/// <summary>After a template nothing that it was made of, and nothing that a report shows, is decoded again.</summary>
public sealed class AnalysedOnceTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("videotools-once-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [LinuxFact]
    public void AfterATemplate_EveryPartAndTheReport_StartNoDecoder()
    {
        var clip = MakeClip();
        var report = Path.Combine(_directory, "report.html");
        var tools = CountedTools.Create(_directory);

        var template = Run("template", clip);
        Assert.Equal(["ffprobe", "ffmpeg"], CountedTools.Started(_directory));
        Assert.Contains("\"TextCount\":", template, StringComparison.Ordinal);

        Run("text", clip);
        Assert.Contains("\"SkipReason\":\"Silence\"", Run("transcript", clip), StringComparison.Ordinal);
        Assert.Contains("\"Index\":1", Run("scene", clip), StringComparison.Ordinal);
        Run("template", clip, "--skip-speech");
        Run("report", clip, "--output", report);

        Assert.Equal(template, Run("template", clip));
        Assert.Equal(["ffprobe", "ffmpeg"], CountedTools.Started(_directory));
        Assert.Contains("\"still\":\"/9j/", File.ReadAllText(report), StringComparison.Ordinal);

        string Run(params string[] arguments)
        {
            using var output = new MemoryStream();
            using var error = new StringWriter();
            var code = CliApplication.Run([.. arguments, "--ffmpeg-directory", tools], new CliHost
            {
                CreateEngine = () => VideoEngine.Create(
                    FeatureRegistry.Default, new ResultCache(Path.Combine(_directory, "cache"), 64 << 20)),
                Output = output,
                Error = error,
                WorkingDirectory = _directory,
            });
            Assert.True(code == ExitCode.Success, error.ToString());
            return Encoding.UTF8.GetString(output.ToArray());
        }
    }

    private string MakeClip()
    {
        var clip = Path.Combine(_directory, "clip.mp4");
        using var process = Process.Start("ffmpeg",
        [
            "-v", "error", "-nostdin", "-f", "lavfi", "-i", "testsrc2=s=320x180:r=12:d=5", "-f", "lavfi", "-i", "anullsrc=r=16000:d=5",
            "-shortest", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", clip,
        ]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return clip;
    }
}
