using VideoTools.Engine.Media.Decoding.Nut;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>Reads what one child writes and calls the sink: pooled frames, exact time stamps, numbered stills.</summary>
internal sealed class DecodeRun(DecodePlan plan, DecodeLayout layout, IDecodeSink sink)
{
    private const int MaxAudioBytes = 1 << 22;
    private readonly VideoInfo _info = plan.Source.Info;
    private StillStream[] _stills = [];
    private FramePool? _analysisPool;
    private PtsMapper? _analysisPts;
    private Rational[] _audioTimeBases = [];
    private ChannelMixer?[] _mixers = [];
    private byte[] _audio = [];
    private long _frameCount;
    private long? _lastFramePts;

    public bool HasVideo => layout.HasVideo;

    /// <summary>Frames, or stills where no small frames were asked for.</summary>
    public long VideoCount => layout.AnalysisStream is not null ? _frameCount : _stills.Select(s => s.Count).FirstOrDefault();

    private long? LastPts => layout.AnalysisStream is not null ? _lastFramePts : _stills.Max(s => s.LastPts);

    /// <summary>
    /// PTS of the end of the last frame: the container's end of the stream where it is plausible, else one frame further.
    /// </summary>
    public long EndPts
    {
        get
        {
            if (LastPts is not { } last)
            {
                return 0;
            }

            var nominal = last + NominalFrame();
            return plan.To is null && plan.Source.VideoEndPts is { } end && end > last
                && MediaTime.ToSeconds(end - last, _info.TimeBase)
                    <= Math.Max(0.25, 2.5 * MediaTime.ToSeconds(NominalFrame(), _info.TimeBase))
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
            else if (header.Stream < layout.FirstAudio)
            {
                _stills[header.Stream - layout.FirstStill].Read(reader, header);
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

        foreach (var stills in _stills)
        {
            stills.Flush();
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
            _analysisPts = CreateMapper(reader.Streams[analysis], layout.AnalysisSize);
            _analysisPool = new FramePool(
                VideoFrame.GetByteCount(plan.AnalysisFormat, layout.AnalysisSize.Width, layout.AnalysisSize.Height));
        }

        _stills = [.. plan.Stills.Select((selection, i) => new StillStream(
            selection,
            layout.StillSizes[i],
            CreateMapper(reader.Streams[layout.FirstStill + i], layout.StillSizes[i]),
            new StillNumbering(layout.AnalysisStream is not null, _info.FramesPerSecond),
            frame => sink.OnStill(frame, i)))];
        _audioTimeBases = [.. reader.Streams.Skip(layout.FirstAudio).Select(CheckSound)];
        _mixers =
        [
            .. reader.Streams.Skip(layout.FirstAudio)
                .Select((stream, i) => stream.Channels == 2 ? new ChannelMixer(plan.AudioTracks[i].Channel) : null),
        ];
    }

    private static Rational CheckSound(NutStreamInfo stream) =>
        stream.Class == NutStreamClass.Audio && stream.Channels is 1 or 2 && stream.SampleRate == new Rational(16000, 1)
            ? stream.TimeBase
            : throw new NutFormatException("The sound is not 16 kHz in one channel or two.");

    private PtsMapper CreateMapper(NutStreamInfo stream, (int Width, int Height) size)
    {
        if (stream.Class != NutStreamClass.Video || stream.Width != size.Width || stream.Height != size.Height)
        {
            throw new NutFormatException(
                $"Pictures of {size.Width} x {size.Height} were asked for, {stream.Width} x {stream.Height} came.");
        }

        return new PtsMapper(stream.TimeBase, _info.TimeBase, layout.OffsetSeconds, layout.StartPts);
    }

    private void ReadAnalysisFrame(NutReader reader, NutFrameHeader header)
    {
        var buffer = reader.ReadPicture(header, _analysisPool!);
        var pts = _analysisPts!.Map(header.Pts);
        var index = _frameCount++;
        _lastFramePts = pts;
        var frame = new VideoFrame(
            buffer, _analysisPool, plan.AnalysisFormat, layout.AnalysisSize.Width, layout.AnalysisSize.Height, index, pts, _info.TimeBase);
        try
        {
            sink.OnFrame(frame);
        }
        finally
        {
            frame.Release();
        }

        foreach (var stills in _stills)
        {
            stills.OnSmallFrame(pts, index);
        }
    }

    private void ReadAudio(NutReader reader, NutFrameHeader header)
    {
        if (header.Size > MaxAudioBytes || header.Size % 4 != 0 && (header.Size % 2 != 0 || _mixers[header.Stream - layout.FirstAudio] is not null))
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
        var track = header.Stream - layout.FirstAudio;
        var timeBase = _audioTimeBases[track];
        var offset = (layout.OffsetSeconds * timeBase.Denominator / timeBase.Numerator)
            + DecodeLayout.Rescale(layout.StartMicroseconds, timeBase);
        sink.OnAudio(new AudioBlock(_mixers[track] is { } mixer ? mixer.Mix(samples) : samples, header.Pts - offset, timeBase), track);
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
