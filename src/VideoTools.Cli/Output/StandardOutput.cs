using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace VideoTools.Cli.Output;

/// <summary>
/// Standard output that notices when its reader has gone. .NET's own console stream swallows EPIPE, so that
/// "videotools scene film.mp4 | head -1" would decode to the end for nobody.
/// </summary>
internal static partial class StandardOutput
{
    private const int Descriptor = 1;

    // POLLERR where the reader's end is closed on Linux, POLLHUP on macOS.
    private const short PollErrorOrHangUp = 0x008 | 0x010;

    /// <summary>Opens stdout: raw for a pipe on Unix, the console's stream for everything else.</summary>
    public static Stream Open(out Func<bool> isReaderGone)
    {
        isReaderGone = () => false;
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return Console.OpenStandardOutput();
        }

        var raw = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        if (raw.CanSeek)
        {
            // A file: FileStream would write at offsets of its own and leave the shared one of "(a; b) > file" behind.
            return Console.OpenStandardOutput();
        }

        isReaderGone = IsReaderGone;
        return raw;
    }

    private static bool IsReaderGone()
    {
        var poll = new PollDescriptor { Descriptor = Descriptor };
        return Poll(ref poll, 1, 0) > 0 && (poll.Returned & PollErrorOrHangUp) != 0;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Poll(ref PollDescriptor descriptors, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Requested;
        public short Returned;
    }
}
