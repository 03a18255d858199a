// Method: the processor time of this process and of the children that have ended (fields 14 to 17 of /proc/self/stat, proc(5)); memory is
// looked at now and then, that of the children that run included. Elsewhere than on Linux .NET's own figures, without children.
// Cost: a few small files a look.
using System.Diagnostics;

namespace VideoTools.Engine.Jobs;

/// <summary>What this process takes, with its decoders, since it began to be watched.</summary>
internal sealed class ProcessUsage
{
    private const double TicksASecond = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly double _cpuBefore = Cpu();
    private TimeSpan _next;

    /// <summary>Seconds since.</summary>
    public double WallSeconds => _clock.Elapsed.TotalSeconds;

    /// <summary>Processor seconds since.</summary>
    public double CpuSeconds => Cpu() - _cpuBefore;

    /// <summary>Most bytes of memory seen.</summary>
    public long PeakMemory { get; private set; }

    /// <summary>Looks at the memory, at most once a second.</summary>
    public void Look()
    {
        if (_clock.Elapsed >= _next)
        {
            _next = _clock.Elapsed + Interval;
            PeakMemory = Math.Max(PeakMemory, OperatingSystem.IsLinux() ? Tree() : Environment.WorkingSet);
        }
    }

    private static double Cpu()
    {
        if (OperatingSystem.IsLinux() && Read("/proc/self/stat") is { } stat)
        {
            // The name of the program stands in brackets and may hold blanks.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields.Skip(11).Take(4).Sum(field => double.Parse(field, CultureInfo.InvariantCulture)) / TicksASecond;
        }

        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    private static long Tree()
    {
        try
        {
            return Resident("self") + Directory.EnumerateDirectories("/proc/self/task")
                .SelectMany(task => (Read(Path.Combine(task, "children")) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Sum(Resident);
        }
        catch (IOException)
        {
            return Environment.WorkingSet;
        }
    }

    private static long Resident(string process)
    {
        var line = (Read($"/proc/{process}/status") ?? "").Split('\n')
            .FirstOrDefault(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kib, ..]
            ? long.Parse(kib.Trim(), CultureInfo.InvariantCulture) << 10
            : 0;
    }

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
