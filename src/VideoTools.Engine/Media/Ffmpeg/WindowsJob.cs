using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace VideoTools.Engine.Media.Ffmpeg;

/// <summary>
/// A Windows job object that ends every child when its last handle closes: also when this process is killed. On Unix a child that
/// writes into a pipe without a reader is ended by the kernel (SIGPIPE), so nothing is needed there.
/// </summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsJob
{
    private const int ExtendedLimitInformation = 9;
    private const uint KillOnJobClose = 0x2000;
    private static readonly Lazy<SafeFileHandle?> _job = new(Create);

    /// <summary>
    /// Ties a child's life to this process. Failing is no error: nested jobs may forbid it, and the child ends by itself.
    /// </summary>
    public static void TryAssign(nint process)
    {
        if (_job.Value is { } job)
        {
            _ = AssignProcessToJobObject(job, process);
        }
    }

    private static SafeFileHandle? Create()
    {
        var job = new SafeFileHandle(CreateJobObject(0, null), ownsHandle: true);
        if (job.IsInvalid)
        {
            return null;
        }

        var information = new ExtendedLimits { Basic = new BasicLimits { LimitFlags = KillOnJobClose } };
        return SetInformationJobObject(job, ExtendedLimitInformation, in information, Marshal.SizeOf<ExtendedLimits>()) != 0 ? job : null;
    }

    [LibraryImport("kernel32", EntryPoint = "CreateJobObjectW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    private static partial nint CreateJobObject(nint security, string? name);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial int SetInformationJobObject(SafeFileHandle job, int kind, in ExtendedLimits information, int length);

    [LibraryImport("kernel32", SetLastError = true)]
    private static partial int AssignProcessToJobObject(SafeFileHandle job, nint process);

    [StructLayout(LayoutKind.Sequential)]
    private struct BasicLimits
    {
        public long PerProcessUserTime;
        public long PerJobUserTime;
        public uint LimitFlags;
        public nuint MinimumWorkingSet;
        public nuint MaximumWorkingSet;
        public uint ActiveProcesses;
        public nuint Affinity;
        public uint PriorityClass;
        public uint SchedulingClass;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct IoCounters
    {
        public ulong ReadOperations;
        public ulong WriteOperations;
        public ulong OtherOperations;
        public ulong ReadBytes;
        public ulong WriteBytes;
        public ulong OtherBytes;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ExtendedLimits
    {
        public BasicLimits Basic;
        public IoCounters Io;
        public nuint ProcessMemoryLimit;
        public nuint JobMemoryLimit;
        public nuint PeakProcessMemory;
        public nuint PeakJobMemory;
    }
}
