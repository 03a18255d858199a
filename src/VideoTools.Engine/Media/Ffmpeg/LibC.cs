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

    public static bool CanSeek(SafeHandle file) => Seek(file, 0, SeekCurrent) >= 0;

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int ControlFile(SafeHandle descriptor, int command, nint argument);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    private static partial nint Seek(SafeHandle descriptor, nint offset, int origin);
}
