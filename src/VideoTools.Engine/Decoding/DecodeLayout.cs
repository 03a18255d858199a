namespace VideoTools.Engine.Decoding;

/// <summary>What the child's streams are, in the order they are mapped, and the exact range in PTS.</summary>
internal sealed record DecodeLayout
{
    /// <summary>Seconds added to all time stamps inside the pipe: NUT cannot carry negative ones, and sound may start before 0.</summary>
    public const int OffsetSeconds = 3600;

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

        return new DecodeLayout
        {
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
