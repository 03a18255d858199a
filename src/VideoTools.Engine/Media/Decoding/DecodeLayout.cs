namespace VideoTools.Engine.Media.Decoding;

/// <summary>What the child's streams are, in the order they are mapped, and the exact range in PTS.</summary>
internal sealed record DecodeLayout
{
    /// <summary>Seconds added to all time stamps inside the pipe: NUT cannot carry negative ones, and sound may start before 0.</summary>
    public int OffsetSeconds { get; private init; }

    /// <summary>Start time of the container in microseconds, as ffmpeg counts it.</summary>
    public long StartMicroseconds { get; private init; }

    /// <summary>Start time in units of the video stream's time base: what is taken off each PTS.</summary>
    public long StartPts { get; private init; }

    /// <summary>Start time in seconds.</summary>
    public double StartSeconds => StartMicroseconds / 1e6;

    public int? AnalysisStream { get; private init; }

    public int? StillStream { get; private init; }

    public int? AudioStream { get; private init; }

    public int StreamCount { get; private init; }

    public (int Width, int Height) AnalysisSize { get; private init; }

    public (int Width, int Height) StillSize { get; private init; }

    /// <summary>First PTS inside of the range, null without From.</summary>
    public long? FromPts { get; private init; }

    /// <summary>First PTS behind the range, null without To.</summary>
    public long? ToPts { get; private init; }

    public static DecodeLayout Create(DecodePlan plan)
    {
        var info = plan.Source.Info;
        var next = 0;
        int? analysis = plan.AnalysisLongSide > 0 ? next++ : null;
        int? stills = plan.Stills is not null ? next++ : null;
        int? audio = null;
        if (plan.AudioTrack is { } track)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(track, nameof(plan));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(track, plan.Source.AudioStreamIndexes.Count, nameof(plan));
            audio = next++;
        }

        if (next == 0)
        {
            throw new ArgumentException("The plan asks for nothing.", nameof(plan));
        }

        var start = (long)Math.Round(Math.Clamp(plan.Source.StartTime, -1e6, 1e9) * 1e6);
        return new DecodeLayout
        {
            StartMicroseconds = start,
            StartPts = Rescale(start, info.TimeBase),
            OffsetSeconds = 3600 + (int)Math.Max(0, -start / 1_000_000),
            AnalysisStream = analysis,
            StillStream = stills,
            AudioStream = audio,
            StreamCount = next,
            AnalysisSize = analysis is null ? default : Decoding.AnalysisSize.Fit(info.Width, info.Height, plan.AnalysisLongSide),
            StillSize = stills is null ? default : Decoding.AnalysisSize.Fit(info.Width, info.Height, plan.Stills!.LongSide),
            FromPts = plan.From is { } from && from > TimeSpan.Zero ? FirstPtsAt(from, info.TimeBase) : null,
            ToPts = plan.To is { } to ? FirstPtsAt(to, info.TimeBase) : null,
        };
    }

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
        var pts = MediaTime.ToPts(time, timeBase);
        while (MediaTime.ToTimeSpan(pts, timeBase) < time)
        {
            pts++;
        }

        return pts;
    }
}
