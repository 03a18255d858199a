using System.Collections.Concurrent;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding.Times;

/// <summary>Reads the packets of a file with ffprobe: everything is read from the disk, nothing is decoded.</summary>
/// <param name="tools">Where ffprobe lies.</param>
/// <param name="stallTimeout">A child that says nothing for so long is ended.</param>
internal sealed class PacketReader(FfmpegTools tools, TimeSpan stallTimeout)
{
    private const int MostKept = 8;
    private const int BufferBytes = 1 << 16;

    // Scenes of one file come as one range after another: its packets are read once.
    private static readonly ConcurrentDictionary<(string Path, long Size, long Changed), PacketTimes> _kept = new();

    /// <summary>Reads the packets.</summary>
    /// <param name="source">The probed file.</param>
    /// <param name="until">Seconds of picture after which the rest is not needed; null reads all.</param>
    /// <param name="cancellationToken">Ends the child.</param>
    /// <returns>Null when the file could not be read or its packets have no times.</returns>
    public PacketTimes? Read(ProbeResult source, double? until, CancellationToken cancellationToken)
    {
        var key = Key(source.Info.FullName);
        if (_kept.TryGetValue(key, out var kept) && (kept.IsComplete || kept.EndSeconds >= until))
        {
            return kept;
        }

        var scan = new PacketScan(source);
        var isComplete = Scan(source, scan, until, cancellationToken);
        var times = scan.Finish(isComplete);
        if (times.Shown.Length == 0)
        {
            return null;
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        return _kept[key] = times;
    }

    /// <summary>The packets of a file whose clock jumps: a seek does not lead to a time of it.</summary>
    /// <param name="source">The probed file.</param>
    /// <param name="until">Seconds of picture after which jumps do not count; null counts all.</param>
    /// <param name="cancellationToken">Ends the child.</param>
    /// <returns>Null for a file whose clock does not jump, or that has a table of all frames.</returns>
    public PacketTimes? ReadJumping(ProbeResult source, double? until, CancellationToken cancellationToken) =>
        !source.IsIndexed && !source.IsBareStream && Read(source, until, cancellationToken) is { JumpCount: > 0 } times ? times : null;

    private bool Scan(ProbeResult source, PacketScan scan, double? until, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "-hide_banner", "-loglevel", "fatal", "-print_format", "csv=print_section=0",
            "-show_entries", "packet=stream_index,pts,dts,duration,flags",
            .. InputSafety.OptionsFor(source.PictureFormat), "-i", InputSafety.Url(source.Info.FullName),
        ];
        using var child = ChildProcess.Start(tools.Ffprobe, arguments, _ => { });
        using var onCancel = cancellationToken.Register(child.Kill);
        using var output = new WatchedStream(child.Output, stallTimeout, child.Kill);
        using var lines = new StreamReader(output, System.Text.Encoding.ASCII, detectEncodingFromByteOrderMarks: false, BufferBytes);
        var sounds = source.AudioStreamIndexes.Zip(source.AudioTimeBases).ToDictionary(pair => pair.First, pair => pair.Second);
        while (lines.ReadLine() is { } line)
        {
            Add(line, source, scan, sounds);
            if (until is { } limit && scan.ElapsedSeconds > limit)
            {
                return false;
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        return !child.WasKilled;
    }

    private static void Add(string line, ProbeResult source, PacketScan scan, Dictionary<int, Rational> sounds)
    {
        Span<Range> fields = stackalloc Range[6];
        var text = line.AsSpan();
        if (text.Split(fields, ',') < 5 || !int.TryParse(text[fields[0]], CultureInfo.InvariantCulture, out var stream))
        {
            return;
        }

        var (pts, dts, duration) = (Number(text[fields[1]]), Number(text[fields[2]]), Number(text[fields[3]]));
        if (stream == source.VideoStreamIndex)
        {
            var flags = text[fields[4]];
            scan.AddPicture(pts, dts, duration, flags.Contains('K'), !flags.Contains('D'));
        }
        else if (sounds.TryGetValue(stream, out var timeBase) && (pts ?? dts) is { } time)
        {
            scan.AddOther(stream, MediaTime.ToSeconds(time, timeBase), MediaTime.ToSeconds(duration ?? 0, timeBase));
        }
    }

    private static long? Number(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static (string Path, long Size, long Changed) Key(string fullName)
    {
        var file = new FileInfo(fullName);
        return (fullName, file.Exists ? file.Length : 0, file.Exists ? file.LastWriteTimeUtc.Ticks : 0);
    }
}
