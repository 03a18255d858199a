namespace VideoTools.Engine.Media.Decoding;

/// <summary>What the child's streams are, in the order they are mapped, and the exact range in PTS.</summary>
internal sealed record DecodeLayout
{
    /// <summary>Seconds added to all time stamps inside the pipe: NUT cannot carry negative ones, and sound may start before 0.</summary>
    public int OffsetSeconds { get; private init; }

    /// <summary>Start time of the container in microseconds, as ffmpeg counts it.</summary>
    public long StartMicroseconds { get; private init; }

    /// <summary>What is taken off each PTS of the picture: the start time, and what ffmpeg was asked to add.</summary>
    public long StartPts { get; private init; }

    /// <summary>Start time in seconds.</summary>
    public double StartSeconds => StartMicroseconds / 1e6;

    public int? AnalysisStream { get; private init; }

    /// <summary>Number of the first stream of large frames; the others follow it.</summary>
    public int FirstStill { get; private init; }

    /// <summary>Number of the first stream of sound; the others follow it.</summary>
    public int FirstAudio { get; private init; }

    public int StreamCount { get; private init; }

    public (int Width, int Height) AnalysisSize { get; private init; }

    /// <summary>Sizes of the large frames, in the order of <see cref="DecodePlan.Stills"/>.</summary>
    public IReadOnlyList<(int Width, int Height)> StillSizes { get; private init; } = [];

    /// <summary>True when pictures are delivered.</summary>
    public bool HasVideo => FirstAudio > 0;

    /// <summary>First PTS inside of the range, null without From.</summary>
    public long? FromPts { get; private init; }

    /// <summary>First PTS behind the range, null without To.</summary>
    public long? ToPts { get; private init; }

    /// <summary>True when the decoder is led to the range and gives out nothing before it.</summary>
    public bool IsSought { get; private init; }

    /// <summary>True when the decoder gives out little behind the range.</summary>
    public bool IsCut { get; private init; }

    public static DecodeLayout Create(DecodePlan plan)
    {
        var info = plan.Source.Info;
        foreach (var track in plan.AudioTracks)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(track.Track, nameof(plan));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(track.Track, plan.Source.AudioStreamIndexes.Count, nameof(plan));
        }

        if (plan.IsEmpty)
        {
            throw new ArgumentException("The plan asks for nothing.", nameof(plan));
        }

        var hasAnalysis = plan.AnalysisLongSide > 0;
        var firstStill = hasAnalysis ? 1 : 0;
        var firstAudio = firstStill + plan.Stills.Count;

        var start = Microseconds(plan.Source);
        var isSteady = plan.Times is null ? plan.Source.IsIndexed : plan.Times.JumpCount == 0;
        return new DecodeLayout
        {
            StartMicroseconds = start,
            StartPts = plan.Source.IsBareStream
                ? 0
                : Start(plan.Source) + Rescale(DecoderArguments.ShiftMicroseconds, info.TimeBase) + plan.Source.DecodingDelay,
            IsSought = isSteady && !plan.Source.IsBareStream,
            IsCut = plan.Source.IsIndexed,
            OffsetSeconds = 3600 + (int)Math.Max(0, -start / 1_000_000),
            AnalysisStream = hasAnalysis ? 0 : null,
            FirstStill = firstStill,
            FirstAudio = firstAudio,
            StreamCount = firstAudio + plan.AudioTracks.Count,
            AnalysisSize = hasAnalysis ? Decoding.AnalysisSize.Fit(info.Width, info.Height, plan.AnalysisLongSide) : default,
            StillSizes = [.. plan.Stills.Select(s => Decoding.AnalysisSize.Fit(info.Width, info.Height, s.LongSide))],
            FromPts = plan.From is { } from && from > TimeSpan.Zero ? FirstPtsAt(from, info.TimeBase) : null,
            ToPts = plan.To is { } to ? FirstPtsAt(to, info.TimeBase) : null,
        };
    }

    /// <summary>The file's start in units of the picture's time base.</summary>
    internal static long Start(ProbeResult source)
    {
        // ffmpeg tells the start in microseconds; where it is that of the picture, the picture's own time stamp is exact.
        var start = Microseconds(source);
        return source.FirstPts is { } first && Math.Abs((MediaTime.ToSeconds(first, source.Info.TimeBase) * 1e6) - start) <= 1
            ? first
            : Rescale(start, source.Info.TimeBase);
    }

    private static long Microseconds(ProbeResult source) => (long)Math.Round(Math.Clamp(source.StartTime, -1e6, 1e12) * 1e6);

    /// <summary>Microseconds in units of a time base, rounded as ffmpeg does: to nearest, halves away from zero.</summary>
    internal static long Rescale(long microseconds, Rational timeBase)
    {
        var numerator = (Int128)microseconds * timeBase.Denominator;
        var denominator = (Int128)1_000_000 * timeBase.Numerator;
        var half = denominator / 2;
        return (long)((numerator + (numerator < 0 ? -half : half)) / denominator);
    }

    /// <summary>
    /// The first PTS whose time, rounded to 100 ns as in <see cref="VideoFrame.Time"/>, is not before <paramref name="time"/>: so a
    /// range that was made of frame times starts and ends exactly at those frames.
    /// </summary>
    internal static long FirstPtsAt(TimeSpan time, Rational timeBase)
    {
        // Half a tick before: where the unit is finer than 100 ns, several time stamps round to the same time.
        var halfTicks = ((Int128)time.Ticks * 2) - 1;
        var pts = (long)(halfTicks * timeBase.Denominator / ((Int128)2 * timeBase.Numerator * TimeSpan.TicksPerSecond));
        while (MediaTime.ToTimeSpan(pts, timeBase) < time)
        {
            pts++;
        }

        return pts;
    }
}
