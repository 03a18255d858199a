using System.Runtime.InteropServices;
using VideoTools.Engine.Media.Decoding.Nut;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>Reads one child's NUT stream and calls the sink: pooled frames, exact time stamps, numbered stills.</summary>
internal sealed class DecodeRun(DecodePlan plan, DecodeLayout layout, IDecodeSink sink)
{
    private const int MaxAudioBytes = 1 << 22;
    private readonly VideoInfo _info = plan.Source.Info;
    private readonly Queue<(byte[] Buffer, long Pts)> _waitingStills = new();
    private readonly StillNumbering _numbering = new(layout.AnalysisStream is not null, plan.Source.Info.FramesPerSecond);
    private FramePool? _analysisPool;
    private FramePool? _stillPool;
    private PtsMapper? _analysisPts;
    private PtsMapper? _stillPts;
    private Rational _audioTimeBase;
    private byte[] _audio = [];
    private long _stillCount;
    private long _frameCount;
    private long? _lastPts;

    public bool HasVideo => layout.AnalysisStream is not null || layout.StillStream is not null;

    /// <summary>Frames, or stills where no small frames were asked for.</summary>
    public long VideoCount => layout.AnalysisStream is not null ? _frameCount : _stillCount;

    /// <summary>PTS of the end of the last frame: the container's end of the stream where it is plausible, else one frame further.</summary>
    public long EndPts
    {
        get
        {
            if (_lastPts is not { } last)
            {
                return 0;
            }

            var nominal = last + NominalFrame();
            return plan.To is null && plan.Source.VideoEndPts is { } end && end > last
                && MediaTime.ToSeconds(end - last, _info.TimeBase) <= Math.Max(0.25, 2.5 * MediaTime.ToSeconds(NominalFrame(), _info.TimeBase))
                ? end
                : nominal;
        }
    }

    /// <summary>Reads to the end (true) or until the sink is satisfied (false).</summary>
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
            else if (header.Stream == layout.StillStream)
            {
                ReadStill(reader, header);
            }
            else
            {
                ReadAudio(reader, header);
            }

            if (sink.IsSatisfied)
            {
                return false;
            }
        }

        // Stills whose small frame never came (it can't happen with one decoder, but nothing is swallowed).
        while (_waitingStills.TryDequeue(out var still))
        {
            DeliverStill(still.Buffer, still.Pts);
        }

        return true;
    }

    public DecodeSummary Summarize(long errors, RecordStatus status) => new(VideoCount, EndPts, _info.TimeBase, errors, status);

    private void Prepare(NutReader reader)
    {
        if (reader.Streams.Count != layout.StreamCount)
        {
            throw new NutFormatException($"{layout.StreamCount} streams were asked for, {reader.Streams.Count} came.");
        }

        if (layout.AnalysisStream is { } analysis)
        {
            (_analysisPool, _analysisPts) = PrepareVideo(reader.Streams[analysis], layout.AnalysisSize, plan.AnalysisFormat);
        }

        if (layout.StillStream is { } stills)
        {
            (_stillPool, _stillPts) = PrepareVideo(reader.Streams[stills], layout.StillSize, plan.Stills!.Format);
        }

        if (layout.AudioStream is { } audio)
        {
            var stream = reader.Streams[audio];
            if (stream.Class != NutStreamClass.Audio || stream.Channels != 1 || stream.SampleRate != new Rational(16000, 1))
            {
                throw new NutFormatException("The sound is not 16 kHz mono.");
            }

            _audioTimeBase = stream.TimeBase;
        }
    }

    private (FramePool Pool, PtsMapper Pts) PrepareVideo(NutStreamInfo stream, (int Width, int Height) size, FrameFormat format)
    {
        if (stream.Class != NutStreamClass.Video || stream.Width != size.Width || stream.Height != size.Height)
        {
            throw new NutFormatException($"Pictures of {size.Width} x {size.Height} were asked for, {stream.Width} x {stream.Height} came.");
        }

        return (new FramePool(VideoFrame.GetByteCount(format, size.Width, size.Height)),
            new PtsMapper(stream.TimeBase, _info.TimeBase, layout.OffsetSeconds, layout.StartPts));
    }

    private void ReadAnalysisFrame(NutReader reader, NutFrameHeader header)
    {
        var pool = _analysisPool!;
        var buffer = ReadPicture(reader, header, pool);
        var pts = _analysisPts!.Map(header.Pts);
        var frame = new VideoFrame(
            buffer, pool, plan.AnalysisFormat, layout.AnalysisSize.Width, layout.AnalysisSize.Height, _frameCount, pts, _info.TimeBase);
        _lastPts = pts;
        if (layout.StillStream is not null)
        {
            _numbering.Add(pts, _frameCount);
        }

        _frameCount++;
        Deliver(frame, sink.OnFrame);
        while (_waitingStills.TryPeek(out var still) && _numbering.IsKnown(still.Pts))
        {
            _waitingStills.Dequeue();
            DeliverStill(still.Buffer, still.Pts);
        }
    }

    private void ReadStill(NutReader reader, NutFrameHeader header)
    {
        var buffer = ReadPicture(reader, header, _stillPool!);
        var pts = _stillPts!.Map(header.Pts);
        if (_numbering.IsKnown(pts))
        {
            DeliverStill(buffer, pts);
        }
        else
        {
            _waitingStills.Enqueue((buffer, pts));
        }
    }

    private void DeliverStill(byte[] buffer, long pts)
    {
        var selection = plan.Stills!;
        var number = _numbering.Number(pts, _info.TimeBase, selection.Interval <= 0);
        _stillCount++;
        if (layout.AnalysisStream is null)
        {
            _lastPts = pts;
        }

        Deliver(new VideoFrame(buffer, _stillPool, selection.Format, layout.StillSize.Width, layout.StillSize.Height, number, pts, _info.TimeBase), sink.OnStill);
    }

    private void ReadAudio(NutReader reader, NutFrameHeader header)
    {
        if (header.Size > MaxAudioBytes || header.Size % 2 != 0)
        {
            throw new NutFormatException($"A sound block of {header.Size} bytes is impossible.");
        }

        if (_audio.Length < header.Size)
        {
            _audio = new byte[Math.Max(header.Size, 16384)];
        }

        var bytes = _audio.AsSpan(0, header.Size);
        reader.ReadPayload(bytes);
        var samples = MemoryMarshal.Cast<byte, short>(bytes);
        var offset = (layout.OffsetSeconds * _audioTimeBase.Denominator / _audioTimeBase.Numerator)
            + DecodeLayout.Rescale(layout.StartMicroseconds, _audioTimeBase);
        sink.OnAudio(new AudioBlock(samples, header.Pts - offset, _audioTimeBase));
    }

    private static byte[] ReadPicture(NutReader reader, NutFrameHeader header, FramePool pool)
    {
        if (header.Size != pool.BufferSize)
        {
            throw new NutFormatException($"A picture has {header.Size} bytes, {pool.BufferSize} were expected.");
        }

        var buffer = pool.Rent();
        reader.ReadPayload(buffer);
        return buffer;
    }

    private static void Deliver(VideoFrame frame, Action<VideoFrame> call)
    {
        try
        {
            call(frame);
        }
        finally
        {
            frame.Release();
        }
    }

    private long NominalFrame()
    {
        var rate = _info.FrameRate;
        if (rate.Numerator <= 0)
        {
            return 1;
        }

        var units = (Int128)rate.Denominator * _info.TimeBase.Denominator;
        var divisor = (Int128)rate.Numerator * _info.TimeBase.Numerator;
        return Math.Max(1, (long)((units + (divisor / 2)) / divisor));
    }
}
