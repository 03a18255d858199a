using Microsoft.Win32.SafeHandles;

namespace VideoTools.Engine.Media.Ffmpeg;

/// <summary>The few calls of the Unix C library that .NET does not offer. Never called on Windows.</summary>
internal static partial class LibC
{
    private const int SetPipeSize = 1031; // F_SETPIPE_SZ, Linux only.
    private const int SeekCurrent = 1;
    private static readonly int _nonBlocking = OperatingSystem.IsLinux() ? 0x800 : 0x4;

    /// <summary>Enlarges a pipe; the kernel may refuse (limit of an unprivileged user), which does no harm.</summary>
    public static bool TrySetPipeSize(SafeHandle pipe, int bytes) =>
        OperatingSystem.IsLinux() && ControlFile(pipe, SetPipeSize, bytes) >= 0;

    public static SafeFileHandle OpenNonBlocking(string path) => new(Open(path, _nonBlocking), ownsHandle: true);

    /// <summary>Sends SIGINT.</summary>
    public static bool Interrupt(int process) => Kill(process, 2) == 0;

    /// <summary>Waits until a descriptor can be read from, or its other end is closed. False when neither happens in time.</summary>
    public static bool WaitForInput(SafeFileHandle file, TimeSpan limit)
    {
        var isHeld = false;
        try
        {
            file.DangerousAddRef(ref isHeld);
            var wanted = new PollEntry { Descriptor = (int)file.DangerousGetHandle(), Events = 1 };
            return Poll(ref wanted, 1, (int)limit.TotalMilliseconds) > 0;
        }
        finally
        {
            if (isHeld)
            {
                file.DangerousRelease();
            }
        }
    }

    /// <summary>Reads what is there: 0 at the end, -1 when nothing is there yet.</summary>
    public static int Read(SafeFileHandle file, Span<byte> target) =>
        (int)Read(file, ref MemoryMarshal.GetReference(target), (nuint)target.Length);

    public static bool CanSeek(SafeHandle file) => Seek(file, 0, SeekCurrent) >= 0;

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int ControlFile(SafeHandle descriptor, int command, nint argument);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(ref PollEntry entries, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(SafeFileHandle file, ref byte target, nuint count);

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    private static partial nint Seek(SafeHandle descriptor, nint offset, int origin);

    private struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
