using System.Diagnostics;
using System.Text;

namespace VideoTools.Cli.Tests.Jobs;

/// <summary>Runs the real program, as a user of a cluster would.</summary>
/// <param name="configuration">SLURM_CONF; empty for none.</param>
/// <param name="path">PATH; null for this process's own.</param>
internal sealed class JobProgram(string configuration = "", string? path = null)
{
    /// <summary>Runs it to its end.</summary>
    public (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var process = Process.Start(Info(arguments))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(4)), string.Join(' ', arguments));
        return (process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Runs it to its end, which must be a success.</summary>
    public string Succeed(params string[] arguments)
    {
        var (code, output, error) = Run(arguments);
        Assert.True(code == 0, $"{string.Join(' ', arguments.Take(3))}: {code}: {error}");
        return output;
    }

    /// <summary>Starts it.</summary>
    public Process Start(params string[] arguments) => Process.Start(Info(arguments))!;

    private ProcessStartInfo Info(string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet", [typeof(VideoTools.Cli.Hosting.CliHost).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
        };
        if (configuration.Length > 0)
        {
            info.Environment["SLURM_CONF"] = configuration;
        }

        if (path is not null)
        {
            info.Environment["PATH"] = path;
        }

        return info;
    }
}
