using System.Diagnostics;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Media.Ffmpeg;

/// <summary>
/// A child of ours with its pipes: started without a shell, without the user's terminal as its input, with a clean environment; its
/// stderr is always drained (bounded); it never outlives its owner.
/// </summary>
internal sealed class ChildProcess : IDisposable
{
    // Set by users to debug ffmpeg: they make it write files or change what it does.
    private static readonly string[] _riskyVariables =
    [
        "FFREPORT", "AV_LOG_FORCE_COLOR", "AV_LOG_FORCE_256COLOR", "FFMPEG_FORCE_NOCOLOR", "FFMPEG_DATADIR", "FFPROBE_REPORT",
    ];

    private readonly Process _process;
    private readonly Thread _stderrReader;
    private int _killed;

    private ChildProcess(Process process, Action<string> onStderrLine)
    {
        _process = process;
        Output = process.StandardOutput.BaseStream;
        _stderrReader = new Thread(() => DrainStderr(process.StandardError.BaseStream, onStderrLine))
        {
            IsBackground = true,
            Name = "ffmpeg stderr",
        };
        _stderrReader.Start();
    }

    /// <summary>The child's stdout.</summary>
    public Stream Output { get; }

    /// <summary>The child's process id.</summary>
    public int Id => _process.Id;

    /// <summary>True once we ended the child.</summary>
    public bool WasKilled => Volatile.Read(ref _killed) != 0;

    /// <summary>Starts a child.</summary>
    /// <param name="executable">The program.</param>
    /// <param name="arguments">Its arguments, each as it is to arrive.</param>
    /// <param name="onStderrLine">Takes its messages.</param>
    /// <param name="feed">Writes its standard input, on a thread of its own; null for a child that gets none.</param>
    /// <param name="environment">Variables that it gets beside ours.</param>
    /// <exception cref="VideoToolsException">DecoderMissing when the executable cannot be started.</exception>
    public static ChildProcess Start(
        string executable, IReadOnlyList<string> arguments, Action<string> onStderrLine, Action<Stream>? feed = null,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        if (CurrentWork.IsHeard)
        {
            CurrentWork.Tell("Runs: " + string.Join(' ', arguments.Prepend(executable).Select(Shown)));
        }

        var info = new ProcessStartInfo(executable);
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            info.Environment[name] = value;
        }

        return Start(info, onStderrLine, feed);
    }

    /// <summary>Starts a child with a command line whose arguments are quoted already.</summary>
    /// <exception cref="VideoToolsException">DecoderMissing when the executable cannot be started.</exception>
    public static ChildProcess Start(string executable, string commandLine, Action<string> onStderrLine)
    {
        CurrentWork.Tell($"Runs: {Shown(executable)} {commandLine}");
        return Start(new ProcessStartInfo(executable) { Arguments = commandLine }, onStderrLine, feed: null);
    }

    // As it could be typed; a person reads it.
    private static string Shown(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsLetterOrDigit(c) || "-_./:=,+@%".Contains(c, StringComparison.Ordinal))
            ? argument
            : "'" + argument.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static ChildProcess Start(ProcessStartInfo info, Action<string> onStderrLine, Action<Stream>? feed)
    {
        var executable = info.FileName;
        info.UseShellExecute = false;
        info.CreateNoWindow = true;
        info.RedirectStandardInput = true;
        info.RedirectStandardOutput = true;
        info.RedirectStandardError = true;
        foreach (var name in _riskyVariables)
        {
            info.Environment.Remove(name);
        }

        Process process;
        try
        {
            process = Process.Start(info) ?? throw new InvalidOperationException("No process was started.");
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new VideoToolsException(
                VideoErrorId.DecoderMissing,
                executable,
                $"'{executable}' cannot be started: {e.Message}",
                "Check that it is installed and may be executed.",
                e);
        }

        if (OperatingSystem.IsWindows())
        {
            WindowsJob.TryAssign(process.Handle);
        }

        if (feed is null)
        {
            Feed(process.StandardInput.BaseStream, _ => { });
        }
        else
        {
            var input = process.StandardInput.BaseStream;
            new Thread(() => Feed(input, feed)) { IsBackground = true, Name = "ffmpeg stdin" }.Start();
        }

        return new ChildProcess(process, onStderrLine);
    }

    /// <summary>
    /// Sets a limit to the memory that the child may ask for from now on, where the system has one (Linux). More is refused to it: it says
    /// so and ends, or goes on with less.
    /// </summary>
    /// <param name="bytes">Bytes of data; 0 for no limit.</param>
    public void LimitMemory(long bytes)
    {
        if (bytes > 0)
        {
            LibC.TryLimitData(Id, bytes);
        }
    }

    /// <summary>Ends the child and whatever it started. Safe from any thread, any number of times.</summary>
    public void Kill()
    {
        if (Interlocked.Exchange(ref _killed, 1) != 0)
        {
            return;
        }

        try
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It ended in the meantime.
        }
    }

    /// <summary>Asks the child to end by itself, with whatever it writes made whole. False where the system has no way to.</summary>
    public bool Interrupt()
    {
        try
        {
            return !OperatingSystem.IsWindows() && !_process.HasExited && LibC.Interrupt(_process.Id);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>
    /// Waits until the child has ended and its last words are read. Returns its exit code, null when it does not end in time.
    /// </summary>
    public int? WaitForExit(TimeSpan limit)
    {
        if (!_process.WaitForExit(limit))
        {
            return null;
        }

        _stderrReader.Join(limit);
        return _process.ExitCode;
    }

    /// <summary>Ends the child if it still runs, and frees its pipes.</summary>
    public void Dispose()
    {
        Kill();
        _process.WaitForExit(TimeSpan.FromSeconds(5));
        _stderrReader.Join(TimeSpan.FromSeconds(1));
        _process.Dispose();
    }

    private static void Feed(Stream input, Action<Stream> feed)
    {
        try
        {
            using (input)
            {
                feed(input);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The child ended before: its exit code tells why.
        }
    }

    private static void DrainStderr(Stream stream, Action<string> onLine)
    {
        try
        {
            BoundedLineReader.ReadAll(stream, onLine);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The pipe was closed with the child.
        }
    }
}
