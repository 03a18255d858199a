using Microsoft.Win32.SafeHandles;

namespace VideoTools.Engine.Media.Ffmpeg;

/// <summary>The few calls of the Unix C library that .NET does not offer. Never called on Windows.</summary>
internal static partial class LibC
{
    private const int SetPipeSize = 1031; // F_SETPIPE_SZ, Linux only.
    private const int SeekCurrent = 1;
    private const int DataLimit = 2; // RLIMIT_DATA on Linux: private memory that can be written to, whatever is only reserved not counted.
    private static readonly int _nonBlocking = OperatingSystem.IsLinux() ? 0x800 : 0x4;

    /// <summary>Enlarges a pipe; the kernel may refuse (limit of an unprivileged user), which does no harm.</summary>
    public static bool TrySetPipeSize(SafeHandle pipe, int bytes) =>
        OperatingSystem.IsLinux() && ControlFile(pipe, SetPipeSize, bytes) >= 0;

    /// <summary>Limits the data of a process that runs already; false where the system cannot, or has a lower limit.</summary>
    public static bool TryLimitData(int process, long bytes)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return false;
        }

        try
        {
            var limit = new Limit { Soft = (nuint)bytes, Hard = (nuint)bytes };
            return SetLimit(process, DataLimit, in limit, 0) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false; // A C library without it.
        }
    }

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

    [LibraryImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    private static partial int SetLimit(int process, int resource, in Limit limit, nint before);

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

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public nuint Soft;
        public nuint Hard;
    }

    private struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
