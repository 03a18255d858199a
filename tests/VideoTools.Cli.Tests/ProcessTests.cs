using System.Diagnostics;
using System.Text.Json;

namespace VideoTools.Cli.Tests;

/// <summary>The real process over the real engine: what only shows at the end of a pipe or under a signal.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("videotools-process-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Info_RealFile_WritesOneObject()
    {
        var clip = MakeClip(seconds: 1);

        var (code, output, error) = await Run("info", clip);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal(320, JsonDocument.Parse(output).RootElement.GetProperty("Width").GetInt32());
    }

    [LinuxFact]
    public async Task Crop_ReaderGoesAwayBeforeTheFirstRecord_EndsItselfAndTheDecoder()
    {
        var clip = MakeClip(seconds: 600);
        using var process = Start("crop", clip);
        await WaitForDecoder(clip);

        process.StandardOutput.Close();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(0, process.ExitCode);
        Assert.Equal("", await process.StandardError.ReadToEndAsync());
        Assert.Empty(Decoders(clip));
    }

    [LinuxFact]
    public async Task Crop_Terminated_EndsTheDecoderAndReturns143()
    {
        var clip = MakeClip(seconds: 600);
        using var process = Start("crop", clip);
        await WaitForDecoder(clip);

        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(143, process.ExitCode);
        Assert.Empty(Decoders(clip));
    }

    // Opening a pipe waits for its other end, deaf to signals: nothing may.
    [LinuxFact]
    public async Task Any_PipeOrDeviceBehindALink_IsRefusedAtOnce()
    {
        var pipe = Path.Combine(_directory, "pipe");
        using (var make = Process.Start("mkfifo", [pipe]))
        {
            await make.WaitForExitAsync();
        }

        foreach (var (command, name, target) in new[]
        {
            ("info", "a.mp4", pipe), ("scene", "b.mp4", pipe), ("scene", "zero.mp4", "/dev/zero"), ("measure", "c.csv", pipe), ("measure", "d.json", pipe),
            ("metadata", "e.csv", pipe), ("metadata", "f.json", "/dev/zero"),
        })
        {
            var link = File.CreateSymbolicLink(Path.Combine(_directory, name), target).FullName;

            var (code, _, error) = await Run(command, link);

            Assert.True(code == 1 && error.Contains(link, StringComparison.Ordinal), $"{command} {name}: {code} {error}");
            Assert.DoesNotContain("InternalError", error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Cpu", 0, "")]
    [InlineData("Nothing", 1, "'Nothing' is no device")]
    public async Task ProbeDevice_TriesOneDeviceAndNothingElse(string device, int expected, string reason)
    {
        var (code, output, _) = await Run("--probe-device", device);

        Assert.Equal((expected, reason), (code, output.Trim()));
    }

    private static Process Start(params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet", [typeof(VideoTools.Cli.Hosting.CliHost).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(info)!;
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (process.ExitCode, await output, await error);
    }

    private static async Task WaitForDecoder(string clip)
    {
        for (var i = 0; i < 1000 && Decoders(clip).Length == 0; i++)
        {
            await Task.Delay(20);
        }

        Assert.NotEmpty(Decoders(clip));
    }

    // By command line: only the decoders of this very clip count, whatever else the machine runs.
    private static int[] Decoders(string clip) =>
    [
        .. Process.GetProcessesByName("ffmpeg").Where(process =>
        {
            try
            {
                return File.ReadAllText($"/proc/{process.Id}/cmdline").Contains(clip, StringComparison.Ordinal);
            }
            catch (IOException)
            {
                return false;
            }
        }).Select(process => process.Id),
    ];

    // One moving second, repeated without encoding again: a long file costs little to make and long to decode.
    private string MakeClip(int seconds)
    {
        var one = Path.Combine(_directory, "one.mp4");
        var clip = Path.Combine(_directory, $"clip{seconds}.mp4");
        Ffmpeg("-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=1", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", one);
        Ffmpeg("-stream_loop", (seconds - 1).ToString(), "-i", one, "-c", "copy", clip);
        return clip;
    }

    private static void Ffmpeg(params string[] arguments)
    {
        using var process = Process.Start("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
