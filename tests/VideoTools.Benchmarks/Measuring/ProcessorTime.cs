using System.Diagnostics;
using System.Runtime.InteropServices;

namespace VideoTools.Benchmarks.Measuring;

/// <summary>Processor seconds of this process and of every child it has waited for (getrusage).</summary>
internal static class ProcessorTime
{
    private const int Children = -1;

    public static double Now
    {
        get
        {
            using var self = Process.GetCurrentProcess();
            var own = self.TotalProcessorTime.TotalSeconds;
            if (!OperatingSystem.IsLinux() || GetResourceUsage(Children, out var usage) != 0)
            {
                return double.NaN;
            }

            return own + usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6);
        }
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetResourceUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential)]
    private unsafe struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        private fixed long _rest[14];
    }
}
