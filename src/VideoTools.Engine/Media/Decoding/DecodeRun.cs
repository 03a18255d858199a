using VideoTools.Engine.Media.Decoding.Nut;
using VideoTools.Engine.Media.Decoding.Times;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>
/// Reads what one child writes and calls the sink: pooled frames, times on one continuous clock, numbers, the exact range. A frame is held
/// until the next one has come: only then it is known whether its time stamp is right.
/// </summary>
internal sealed class DecodeRun(DecodePlan plan, DecodeLayout layout, IDecodeSink sink, ContinuousClock clock)
{
    // What comes this much behind a range ends the waiting for streams that say nothing.
    private const double PatienceSeconds = 3;
    private const double StillSeconds = 1.5;

    private readonly VideoInfo _info = plan.Source.Info;
    private readonly long _frame = FrameRates.NominalFrame(plan.Source);
    private readonly FrameNumbers _numbers = new(plan, isFromStart: plan.From is null || !layout.IsSought);
    private StillStream[] _stills = [];
    private SoundStream[] _sounds = [];
    private FramePool? _pool;
    private PipeTime? _time;
    private StreamClock? _clock;
    private (byte[] Buffer, long Pipe, long Raw)? _held;
    private long _frameCount;
    private long? _lastFramePts;
    private long? _behind;
    private long _lastBehind;

    public bool HasVideo => layout.HasVideo;

    /// <summary>Frames, or stills where no small frames were asked for.</summary>
    public long VideoCount => layout.AnalysisStream is not null ? _frameCount : _stills.Select(s => s.Count).FirstOrDefault();

    /// <summary>PTS of the last frame; null before the first.</summary>
    public long? LastPts => layout.AnalysisStream is not null ? _lastFramePts : _stills.Max(s => s.LastPts);

    /// <summary>Where the sound that was delivered ends, in units of the file's time base; null before the first sample.</summary>
    public long? SoundEnd { get; private set; }

    /// <summary>Jumps of the clock that were closed.</summary>
    public int JumpCount => clock.JumpCount;

    /// <summary>PTS of the first frame behind the range; null when none came.</summary>
    public long? Behind => _behind;

    /// <summary>Reads to the end (true) or until the sink is satisfied or the range is over (false).</summary>
    /// <exception cref="NutFormatException">The stream broke off or is wrong.</exception>
    public bool Read(Stream stream, CancellationToken cancellationToken)
    {
        var reader = new NutReader(stream);
        if (!reader.ReadHeaders())
        {
            return true;
        }

        Prepare(reader);
        while (reader.ReadFrameHeader(out var header))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (header.Stream == layout.AnalysisStream)
            {
                ReadAnalysisFrame(reader, header);
            }
            else if (header.Stream < layout.FirstAudio)
            {
                _stills[header.Stream - layout.FirstStill].Read(reader, header);
            }
            else
            {
                _sounds[header.Stream - layout.FirstAudio].Read(reader, header);
            }

            if (sink.IsSatisfied || IsOver())
            {
                DropHeld();
                return false;
            }
        }

        Deliver(next: null);
        foreach (var stills in _stills)
        {
            stills.Flush();
        }

        return true;
    }

    /// <summary>Gives a held buffer back; for an end before the end.</summary>
    public void DropHeld()
    {
        if (_held is { } held)
        {
            _pool?.Return(held.Buffer);
            _held = null;
        }
    }

    private void Prepare(NutReader reader)
    {
        if (reader.Streams.Count != layout.StreamCount)
        {
            throw new NutFormatException($"{layout.StreamCount} streams were asked for, {reader.Streams.Count} came.");
        }

        if (layout.AnalysisStream is { } analysis)
        {
            _time = CreateTime(reader.Streams[analysis], layout.AnalysisSize);
            _clock = new StreamClock(clock, _info.TimeBase);
            _pool = new FramePool(
                VideoFrame.GetByteCount(plan.AnalysisFormat, layout.AnalysisSize.Width, layout.AnalysisSize.Height));
        }

        _stills = [.. plan.Stills.Select((selection, i) => CreateStills(reader.Streams[layout.FirstStill + i], selection, i))];
        (double From, double To) range =
            (plan.From?.TotalSeconds ?? double.NegativeInfinity, plan.To?.TotalSeconds ?? double.PositiveInfinity);
        _sounds = [.. reader.Streams.Skip(layout.FirstAudio).Select((info, track) => new SoundStream(
            info,
            layout,
            plan.From > TimeSpan.Zero ? range : range with { From = double.NegativeInfinity },
            clock,
            plan.AudioTracks[track].Channel,
            (samples, first, count, at) => DeliverSound(samples.AsSpan(first, count), at, track)))];
    }

    private void DeliverSound(ReadOnlySpan<short> samples, long at, int track)
    {
        var end = DecodeLayout.Rescale((at + samples.Length) * (1_000_000 / SoundStream.Rate), _info.TimeBase);
        SoundEnd = Math.Max(SoundEnd ?? end, end);
        sink.OnAudio(new AudioBlock(samples, at, new Rational(1, SoundStream.Rate)), track);
    }

    private StillStream CreateStills(NutStreamInfo info, StillSelection selection, int number)
    {
        var size = layout.StillSizes[number];
        var time = CreateTime(info, size);
        var alone = new StreamClock(clock, _info.TimeBase);
        var numbers = new FrameNumbers(plan, isFromStart: plan.From is null || !layout.IsSought, isEach: selection.Interval > 0);
        return new StillStream(
            selection,
            size,
            _info.TimeBase,
            layout.AnalysisStream is null ? null : new StillNumbering(),
            pipe =>
            {
                var pts = alone.Map(time.Map(pipe), _frame);
                var index = numbers.Next(pts);
                if (!IsInside(pts))
                {
                    PassBehind(pts);
                    return null;
                }

                return (pts, index);
            },
            frame => sink.OnStill(frame, number));
    }

    private PipeTime CreateTime(NutStreamInfo stream, (int Width, int Height) size)
    {
        if (stream.Class != NutStreamClass.Video || stream.Width != size.Width || stream.Height != size.Height)
        {
            throw new NutFormatException(
                $"Pictures of {size.Width} x {size.Height} were asked for, {stream.Width} x {stream.Height} came.");
        }

        return new PipeTime(stream.TimeBase, _info.TimeBase, layout.OffsetSeconds, layout.StartPts);
    }

    private void ReadAnalysisFrame(NutReader reader, NutFrameHeader header)
    {
        var buffer = reader.ReadPicture(header, _pool!);
        var raw = _time!.Map(header.Pts);
        Deliver(raw);
        _held = (buffer, header.Pts, raw);
    }

    private void Deliver(long? next)
    {
        if (_held is not { } held)
        {
            return;
        }

        _held = null;
        var pts = _clock!.Map(held.Raw, _frame, next);
        var index = _numbers.Next(pts);
        var frame = new VideoFrame(
            held.Buffer, _pool, plan.AnalysisFormat, layout.AnalysisSize.Width, layout.AnalysisSize.Height, index, pts, _info.TimeBase);
        try
        {
            if (IsInside(pts))
            {
                _frameCount++;
                _lastFramePts = pts;
                sink.OnFrame(frame);
            }
            else
            {
                PassBehind(pts);
                index = -1;
            }
        }
        finally
        {
            frame.Release();
        }

        foreach (var stills in _stills)
        {
            stills.OnSmallFrame(held.Pipe, pts, index);
        }
    }

    private void PassBehind(long pts)
    {
        if (pts >= layout.ToPts)
        {
            _behind ??= pts;
            _lastBehind = pts;
        }
    }

    private bool IsInside(long pts) => !(pts < layout.FromPts) && !(pts >= layout.ToPts);

    // The range is over when all streams have passed its end, or one has by far.
    private bool IsOver()
    {
        if (plan.To is not { } to)
        {
            return false;
        }

        // Large frames may come up to a second after the small one of their time.
        var behind = _behind is null ? double.NegativeInfinity : MediaTime.ToSeconds(_lastBehind, _info.TimeBase) - to.TotalSeconds;
        var arePicturesDone = !layout.HasVideo || (_behind is not null && (_stills.Length == 0 || behind > StillSeconds));
        return (arePicturesDone && Array.TrueForAll(_sounds, sound => sound.IsDone))
            || behind > PatienceSeconds
            || Array.Exists(_sounds, sound => sound.Seconds > to.TotalSeconds + PatienceSeconds);
    }
}
