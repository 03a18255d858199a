using System.IO.Pipes;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>One running ffmpeg: its NUT output with a stall watchdog, its messages, and its certain end.</summary>
internal sealed class DecoderProcess : IDisposable
{
    // Room for several small frames: fewer switches between the two processes. The kernel's limit for unprivileged users is 1 MiB.
    private const int PipeBytes = 1 << 20;

    private readonly ChildProcess _child;
    private readonly WatchedStream _output;
    private readonly CancellationTokenRegistration _onCancel;

    private DecoderProcess(ChildProcess child, DecoderLog log, TimeSpan stallTimeout, CancellationToken cancellationToken)
    {
        _child = child;
        Log = log;
        EnlargePipe(child.Output);
        _output = new WatchedStream(child.Output, stallTimeout, child.Kill);
        _onCancel = cancellationToken.Register(child.Kill);
    }

    /// <summary>The child's process id.</summary>
    public int Id => _child.Id;

    internal Stream Output => _output;

    internal DecoderLog Log { get; }

    /// <summary>True when it was ended because it delivered nothing for too long.</summary>
    public bool HasStalled => _output.HasStalled;

    internal static DecoderProcess Start(
        FfmpegTools tools,
        IReadOnlyList<string> arguments,
        TimeSpan stallTimeout,
        CancellationToken cancellationToken,
        bool logBeginsLater = false,
        long memoryLimit = DecoderMemory.StandardLimit,
        Action<Stream>? feed = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var log = new DecoderLog(logBeginsLater);
        var child = ChildProcess.Start(tools.Ffmpeg, arguments, log.Add, feed);
        child.LimitMemory(memoryLimit);
        return new DecoderProcess(child, log, stallTimeout, cancellationToken);
    }

    /// <summary>All that it writes; it is ended where that is more than what is asked of it can have.</summary>
    internal byte[] ReadOutput(long limit)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = _output.Read(buffer)) > 0 && bytes.Length < limit)
        {
            bytes.Write(buffer, 0, read);
        }

        if (read > 0)
        {
            End();
        }

        return bytes.ToArray();
    }

    /// <summary>Waits for the end of a child whose output ended. Returns its exit code, null when it had to be ended.</summary>
    internal int? WaitForExit() => _child.WaitForExit(TimeSpan.FromSeconds(10)) is { } code && !_child.WasKilled ? code : null;

    /// <summary>Ends a child of which no more is wanted: it may have more to write than anyone reads.</summary>
    internal void End() => _child.Kill();

    /// <summary>Ends the child, if it still runs, and waits until it is gone.</summary>
    public void Dispose()
    {
        _onCancel.Dispose();
        _child.Dispose();
        _output.Dispose();
    }

    private static void EnlargePipe(Stream stream)
    {
        System.Runtime.InteropServices.SafeHandle? handle = stream switch
        {
            PipeStream pipe => pipe.SafePipeHandle,
            FileStream file => file.SafeFileHandle,
            _ => null,
        };
        if (handle is not null)
        {
            LibC.TrySetPipeSize(handle, PipeBytes);
        }
    }
}
