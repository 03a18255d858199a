// Method: the packets of a file in their stored order. Decoding time stamps (DTS) grow in every healthy stream, so a jump shows in them
// and B-frames do not disturb: a step back of more than 0.1 s or ahead of more than 10 s begins a new part. A part is moved so that its
// first shown frame follows the last one of all before. A part of a packet or three after which the clock goes on as before is a run
// of wrong stamps. A step ahead is a jump in formats of broadcasts (their clock may break at any packet), or where a sound track makes the
// same step; otherwise a picture that stood, which screen recorders write so. Cost: one list entry of 40 bytes a picture.
namespace VideoTools.Engine.Media.Decoding.Times;

/// <summary>Collects packets and makes <see cref="PacketTimes"/> of them.</summary>
/// <param name="source">The probed file.</param>
internal sealed class PacketScan(ProbeResult source)
{
    private const int StrayPackets = 3;
    private const double SameStepSeconds = 2;
    private const double LongestPauseSeconds = 600;
    private const double LongestHoldSeconds = 3600;

    private readonly Rational _timeBase = source.Info.TimeBase;
    private readonly long _start = DecodeLayout.Start(source);
    private readonly long _frame = FrameRates.NominalFrame(source);
    private readonly long _far = (long)(ContinuousClock.AheadSeconds / source.Info.TimeBase.ToDouble());
    private readonly List<Packet> _packets = [];
    private readonly List<Packet> _waiting = [];
    private readonly List<Part> _parts = [];
    private readonly Dictionary<int, (double Last, List<double> Steps)> _others = [];
    private long? _lastDts;
    private double _otherEnd;
    private long _elapsed;
    private bool _lacksTimes;

    /// <summary>Seconds of picture so far, jumps taken out.</summary>
    public double ElapsedSeconds => MediaTime.ToSeconds(_elapsed, _timeBase);

    /// <summary>A packet of the picture.</summary>
    public void AddPicture(long? pts, long? dts, long? duration, bool isKey, bool isShown)
    {
        if (_parts.Count == 0)
        {
            _parts.Add(new Part(0));
        }

        if (dts is { } decode)
        {
            Follow(decode - _start);
        }

        if ((pts ?? dts) is not { } stamp)
        {
            return;
        }

        _lacksTimes |= pts is null;
        var packet = new Packet(stamp - _start, (dts ?? stamp) - _start, duration ?? 0, isKey, isShown) { HasTime = pts is not null };
        if (dts is not null && Math.Abs(packet.Time - packet.Dts) > _far)
        {
            // Damage, or the first packets behind a jump, whose decoding times some formats guess from those before.
            _waiting.Add(packet);
        }
        else
        {
            Add(packet, _parts.Count - 1);
        }
    }

    /// <summary>A packet of another stream.</summary>
    public void AddOther(int stream, double seconds, double duration)
    {
        var (last, steps) = _others.GetValueOrDefault(stream, (double.NaN, []));
        if (seconds - last is var step && (step < -PipeTime.BackSeconds || step > ContinuousClock.AheadSeconds))
        {
            steps.Add(step);
        }

        _others[stream] = (seconds, steps);
        _otherEnd = Math.Max(_otherEnd, seconds + duration - source.StartTime);
    }

    /// <summary>What the packets say.</summary>
    public PacketTimes Finish(bool isComplete)
    {
        Settle(long.MinValue);
        ShiftDecodingTimes();
        var (offsets, jumps) = Close();
        var shown = _packets.Where(p => p.IsShown).OrderBy(p => p.Time + offsets[p.Part]).ToArray();
        var times = Array.ConvertAll(shown, p => p.Time + offsets[p.Part]);
        var keys = _packets.Where(p => p.IsKey).Select(p => p.Time).ToArray();
        Array.Sort(keys);
        var end = shown.Length == 0 ? 0 : times[^1] + (shown[^1].Length > 0 ? shown[^1].Length : Frame());
        return new PacketTimes
        {
            Shown = times,
            Keys = keys,
            Offsets = [.. offsets.Skip(1).Distinct()],
            JumpCount = jumps,
            End = end,
            EndSeconds = MediaTime.ToSeconds(end, _timeBase),
            OtherEndSeconds = _otherEnd,
            IsComplete = isComplete,
            IsVariable = FrameRates.IsVariable(times, _timeBase),
        };
    }

    private void Follow(long dts)
    {
        if (_lastDts is { } last)
        {
            // A table of all frames may keep a wrong decoding time; the frames' own times are what counts.
            var step = dts - last;
            var seconds = MediaTime.ToSeconds(step, _timeBase);
            var isJump = (seconds < -PipeTime.BackSeconds && !source.IsIndexed) || seconds > ContinuousClock.AheadSeconds;
            _elapsed += isJump && (step < 0 || source.IsBroadcast) ? _frame : step;
            if (isJump)
            {
                _parts.Add(new Part(seconds) { First = dts });
                Settle(dts);
            }
        }

        _parts[^1].Last = dts;
        _lastDts = dts;
    }

    private void Add(Packet packet, int part) => _packets.Add(packet with { Part = part });

    // Packets whose two times disagree belong to the part that begins near their own time; without one the decoding time stands for it.
    private void Settle(long first)
    {
        foreach (var packet in _waiting)
        {
            var hasNext = first != long.MinValue;
            if (hasNext && Math.Abs(packet.Time - first) < _far)
            {
                Add(packet, _parts.Count - 1);
            }
            else
            {
                Add(packet with { Time = packet.Dts }, Math.Max(0, _parts.Count - (hasNext ? 2 : 1)));
            }
        }

        _waiting.Clear();
    }

    // Where some packets have no time of their own (MPEG-PS, AVI, bare streams), the decoding times of all stand for them, as late as the
    // codec reorders: the same set, in another order.
    private void ShiftDecodingTimes()
    {
        if (_lacksTimes && _packets.Count > 0)
        {
            var shift = source.IsBareStream ? -_packets.Min(p => p.Dts)
                : source.DecodingDelay > 0 ? 0
                : source.ReorderedFrames * _frame;
            for (var i = 0; i < _packets.Count; i++)
            {
                _packets[i] = _packets[i] with { Time = _packets[i].Dts + shift };
            }
        }

        foreach (var packet in _packets)
        {
            _parts[packet.Part].Add(packet.Time, packet.IsShown);
        }
    }

    // The usual distance of two frames: the rate that a header tells may be that of a clock with jumps.
    private long Frame()
    {
        var times = _packets.Where(p => p.IsShown && p.Part == 0).Select(p => p.Time).Order().ToArray();
        var steps = times.Zip(times.Skip(1), (first, second) => second - first).Where(step => step > 0).Order().ToArray();
        return steps.Length == 0 ? _frame : steps[steps.Length / 2];
    }

    // How far each part is moved, and how many jumps that closes.
    private (long[] Offsets, int Jumps) Close()
    {
        var offsets = new long[Math.Max(1, _parts.Count)];
        var frame = Frame();
        var end = _parts.Count > 0 ? _parts[0].Max + frame : 0;
        var jumps = 0;
        for (var i = 1; i < _parts.Count; i++)
        {
            var part = _parts[i];
            if (i > 1 && _parts[i - 1].Count <= StrayPackets
                && MediaTime.ToSeconds(part.First - _parts[i - 2].Last, _timeBase) is > 0 and < ContinuousClock.AheadSeconds)
            {
                offsets[i] = offsets[i - 2];
            }
            else if (part.Step > 0 && !IsJump(part.Step))
            {
                offsets[i] = offsets[i - 1];
            }
            else
            {
                offsets[i] = part.Min == long.MaxValue ? offsets[i - 1] : end - part.Min;
                jumps++;
            }

            if (part.Max != long.MinValue)
            {
                end = Math.Max(end, part.Max + offsets[i] + frame);
            }
        }

        return (offsets, jumps);
    }

    private bool IsJump(double step) =>
        source.IsBroadcast
        || (_others.Count > 0
            ? _others.Values.Any(other => other.Steps.Exists(s => Math.Abs(s - step) < SameStepSeconds))
            : step > (source.IsIndexed ? LongestHoldSeconds : LongestPauseSeconds));

    private readonly record struct Packet(long Time, long Dts, long Length, bool IsKey, bool IsShown)
    {
        public bool HasTime { get; init; }

        public int Part { get; init; }
    }

    private sealed class Part(double step)
    {
        public double Step { get; } = step;

        public long First { get; init; }

        public long Last { get; set; }

        public long Min { get; private set; } = long.MaxValue;

        public long Max { get; private set; } = long.MinValue;

        public int Count { get; private set; }

        public void Add(long time, bool isShown)
        {
            Count++;
            if (isShown)
            {
                (Min, Max) = (Math.Min(Min, time), Math.Max(Max, time));
            }
        }
    }
}
