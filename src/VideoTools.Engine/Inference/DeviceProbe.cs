// Method: the program that this process runs (pwsh or videotools) is started once more and told to try one device. Its exit code is the
// answer, its output the reason. Any other host cannot be told so, and then a GPU is not used: better slow than a dead host.
using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using VideoTools.Engine.Work;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Inference;

/// <summary>Tries a device in a child process.</summary>
internal static class DeviceProbe
{
    /// <summary>The argument that makes the command line try a device.</summary>
    public const string Argument = "--probe-device";

    // TensorRT compiles the model; the first start of CUDA reads a gigabyte of libraries.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Why models do not run on a device; null when one did.</summary>
    public static string? FindProblem(InferenceDevice device) =>
        Command(device, Environment.ProcessPath, Assembly.GetEntryAssembly()) is { } command
            ? FindProblem(command, Patience)
            : $"{device} cannot be tried safely from '{Path.GetFileName(Environment.ProcessPath)}'; use pwsh or videotools";

    /// <summary>The same by running a command.</summary>
    internal static string? FindProblem(ProcessStartInfo command, TimeSpan patience)
    {
        command.RedirectStandardInput = true;
        command.RedirectStandardOutput = true;
        command.RedirectStandardError = true;
        command.UseShellExecute = false;
        command.CreateNoWindow = true;
        try
        {
            using var child = new Process { StartInfo = command };
            var said = new StringBuilder();
            child.OutputDataReceived += (_, line) => Note(said, line.Data);
            child.ErrorDataReceived += (_, _) => { };
            child.Start();
            child.StandardInput.Close();
            child.BeginOutputReadLine();
            child.BeginErrorReadLine();
            using var ending = CurrentWork.Stop.Register(() => Kill(child));
            var ended = child.WaitForExit(patience);
            CurrentWork.Stop.ThrowIfCancellationRequested();
            if (!ended)
            {
                Kill(child);
                return FormattableString.Invariant($"its provider gave no answer within {patience.TotalSeconds:0} s");
            }

            child.WaitForExit();
            return child.ExitCode switch
            {
                0 => null,
                1 when said.Length > 0 => said.ToString().Trim(),
                _ => FormattableString.Invariant($"its provider ended the process that tried it (exit code {child.ExitCode})"),
            };
        }
        catch (Exception problem) when (problem is Win32Exception or InvalidOperationException)
        {
            return $"it could not be tried: {problem.Message}";
        }
    }

    /// <summary>What to start; null when the host is not one of ours.</summary>
    internal static ProcessStartInfo? Command(InferenceDevice device, string? host, Assembly? entry)
    {
        if (host is null)
        {
            return null;
        }

        if (Path.GetFileNameWithoutExtension(host).Equals("pwsh", StringComparison.OrdinalIgnoreCase))
        {
            string[] script =
            [
                $"[void][Reflection.Assembly]::LoadFrom({Quoted(typeof(VideoError).Assembly.Location)})",
                $"$engine = [Reflection.Assembly]::LoadFrom({Quoted(Path.Combine(ModuleFiles.EngineDirectory, "VideoTools.Engine.dll"))})",
                $"$try = $engine.GetType('{typeof(VideoEngine).FullName}').GetMethod('{nameof(VideoEngine.TryDevice)}')",
                $"exit $try.Invoke($null, @('{device}'))",
            ];
            var encoded = Convert.ToBase64String(Encoding.Unicode.GetBytes(string.Join('\n', script)));
            return new ProcessStartInfo(host, ["-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded]);
        }

        if (entry?.GetName().Name != "videotools")
        {
            return null;
        }

        // Started as "dotnet videotools.dll", the host alone would not know what to run.
        string[] program = Path.GetFileNameWithoutExtension(host) == "dotnet" ? [entry.Location] : [];
        return new ProcessStartInfo(host, [.. program, Argument, device.ToString()]);
    }

    private static void Kill(Process child)
    {
        try
        {
            child.Kill(entireProcessTree: true);
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself in the meantime.
        }
    }

    private static string Quoted(string path) => "'" + path.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static void Note(StringBuilder said, string? line)
    {
        const int Most = 500;
        if (line is not null && said.Length < Most)
        {
            said.Append(line.Length > Most ? line[..Most] : line).Append(' ');
        }
    }
}
