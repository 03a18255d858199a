// What /proc says (Linux): the most memory that a process ever had (VmHWM), whose child it is, and with which arguments it was started. The
// command lines of a campaign's children name files of its own folder: so its orphans are known, whoever inherited them.
using System.Globalization;

namespace VideoTools.Fuzz;

/// <summary>Watches memory of the campaign's processes and looks for those that were left.</summary>
internal sealed class ProcessWatch : IDisposable
{
    private readonly string _folder;
    private readonly Thread? _thread;
    private volatile bool _ended;
    private long _decoder;
    private long _cli;

    public ProcessWatch(string folder)
    {
        _folder = folder;
        if (IsAvailable)
        {
            _thread = new Thread(Watch) { IsBackground = true, Name = "watch" };
            _thread.Start();
        }
    }

    public static bool IsAvailable => OperatingSystem.IsLinux();

    /// <summary>Most bytes that one ffmpeg or ffprobe had.</summary>
    public long DecoderPeak => Interlocked.Read(ref _decoder);

    /// <summary>Most bytes that one process of the command line had.</summary>
    public long CliPeak => Interlocked.Read(ref _cli);

    /// <summary>Children of the campaign that still run; what is about to end is given time to.</summary>
    public int CountLeft(TimeSpan patience)
    {
        var until = DateTime.UtcNow + patience;
        int left;
        while ((left = Ours().Count()) > 0 && DateTime.UtcNow < until)
        {
            Thread.Sleep(50);
        }

        return left;
    }

    public void Dispose()
    {
        _ended = true;
        _thread?.Join();
    }

    private void Watch()
    {
        while (!_ended)
        {
            foreach (var (id, isDecoder) in Ours())
            {
                var bytes = Peak(id);
                ref var highest = ref isDecoder ? ref _decoder : ref _cli;
                if (bytes > Interlocked.Read(ref highest))
                {
                    Interlocked.Exchange(ref highest, bytes);
                }
            }

            Thread.Sleep(10);
        }
    }

    private IEnumerable<(int Id, bool IsDecoder)> Ours()
    {
        if (!IsAvailable)
        {
            yield break;
        }

        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && id != Environment.ProcessId
                && Text(Path.Combine(directory, "cmdline")) is { } line
                && line.Contains(_folder, StringComparison.Ordinal)
                && !IsZombie(directory))
            {
                var name = Path.GetFileName(line.Split('\0')[0]);
                yield return (id, name.StartsWith("ffmpeg", StringComparison.Ordinal) || name.StartsWith("ffprobe", StringComparison.Ordinal));
            }
        }
    }

    private static bool IsZombie(string directory) => Text(Path.Combine(directory, "stat")) is not { } stat || stat.Contains(") Z ", StringComparison.Ordinal);

    private static long Peak(int id)
    {
        var line = Text($"/proc/{id}/status")?.Split('\n').FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        var number = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1);
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var kilobytes) ? kilobytes << 10 : 0;
    }

    private static string? Text(string path)
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
