// Method: the child's muxer accepts growing time stamps only, and what steps back would be lost there. So a filter adds a fixed step to
// every stream's time stamps each time they step back ("epoch"); here the epoch and the time stamp itself are taken apart again. Steps
// ahead need nothing. Whole numbers below 2^53 throughout (ffmpeg evaluates expressions in doubles): nothing is rounded.
// ffmpeg makes its filters anew when the pictures change their size or the sound its channels, as files do that are joined of others: the
// filter has forgotten its epoch then. So what leaves the encoder is looked at once more, and gets as many steps as it is behind.
namespace VideoTools.Engine.Media.Decoding.Times;

/// <summary>
/// One stream's time stamps as they come through the pipe: takes off the constant offset, the factor by which NUT refined the time base
/// and the start, and tells how often they have stepped back.
/// </summary>
internal sealed class PipeTime
{
    /// <summary>Seconds by which time stamps must step back to count: frames a few milliseconds out of order are no jump.</summary>
    public const double BackSeconds = 0.1;

    // What the filter prints when a range begins and ends; DecoderLog waits for it.
    internal const int BeginMark = 1, EndMark = 2;

    private const long CoarseStep = 1_000_000;
    private const long FineStep = 100_000;
    private const int MostEpochs = 1000;
    private const long MostExact = 1L << 53;

    private readonly Rational _from;
    private readonly Rational _to;
    private readonly long _offset;
    private readonly long _start;
    private readonly long _step;

    /// <summary>The clock of one stream of the pipe.</summary>
    /// <param name="pipe">Time base in the pipe.</param>
    /// <param name="timeBase">Time base wanted; the one in the pipe divides it.</param>
    /// <param name="offsetSeconds">What the muxer adds.</param>
    /// <param name="start">What is taken off, in units of <paramref name="timeBase"/>.</param>
    public PipeTime(Rational pipe, Rational timeBase, int offsetSeconds, long start)
    {
        _from = pipe;
        _to = timeBase;
        _start = start;
        _step = Step(timeBase);

        // As ffmpeg rounds: to nearest, halves away from zero.
        _offset = (long)((((Int128)offsetSeconds * pipe.Denominator) + (pipe.Numerator / 2)) / pipe.Numerator);
    }

    /// <summary>The time base of what is given out.</summary>
    public Rational TimeBase => _to;

    /// <summary>The stream's own time stamp, counted from the file's start.</summary>
    public long Map(long pipePts)
    {
        var numerator = ((Int128)pipePts - _offset) * _from.Numerator * _to.Denominator;
        var denominator = (Int128)_from.Denominator * _to.Numerator;
        var quotient = numerator / denominator;
        var value = (long)(numerator % denominator < 0 ? quotient - 1 : quotient) - _start;
        var half = _step / 2;
        var epoch = value >= -half ? (value + half) / _step : ((value + half + 1) / _step) - 1;
        return value - (epoch * _step);
    }

    /// <summary>The filter for pictures.</summary>
    /// <param name="timeBase">Time base of the stream.</param>
    /// <param name="from">Time stamp at which a range begins, null for none: it is printed when it has come.</param>
    /// <param name="to">Time stamp behind a range, null for none.</param>
    /// <param name="shift">What is added first to every time stamp.</param>
    public static string Pictures(Rational timeBase, long? from, long? to, string? shift = null)
    {
        var step = Step(timeBase);
        var text = new StringBuilder(shift is null ? "" : $"setpts='{shift}',");
        text.Append(CultureInfo.InvariantCulture, $"setpts='st(0,min(ld(0)+gt(PREV_INPTS-PTS,{Back(timeBase)}),{Most(step)}));");
        Mark(text, BeginMark, from);
        Mark(text, EndMark, to);
        return text.Append(CultureInfo.InvariantCulture, $"PTS+ld(0)*{step}'").ToString();
    }

    /// <summary>The filter for sound, before it is resampled.</summary>
    public static string Sound { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"asetpts='st(0,min(ld(0)+gt((PREV_INPTS-PTS)/SR,{BackSeconds}),{MostEpochs}));PTS+ld(0)*{CoarseStep}*SR'");

    /// <summary>The bitstream filter behind the encoder, for steps back that come with new filters.</summary>
    /// <param name="timeBase">Time base of the encoder.</param>
    public static string Packets(Rational timeBase)
    {
        var step = Step(timeBase);
        var behind = string.Create(CultureInfo.InvariantCulture, $"(PREV_OUTPTS-PTS-ld(0)*{step})");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"setts=ts='st(0,min(ld(0)+if(gt({behind},{Back(timeBase)}),floor({behind}/{step}+0.5)+1,0),{Most(step)}));PTS+ld(0)*{step}'");
    }

    private static void Mark(StringBuilder text, int mark, long? at)
    {
        if (at is { } pts)
        {
            text.Append(CultureInfo.InvariantCulture, $"st({mark},if(ld({mark}),{mark},if(gte(PTS,{pts}),print({mark},16),0)));");
        }
    }

    private static long Back(Rational timeBase) => Math.Max(1, (long)(BackSeconds / timeBase.ToDouble()));

    private static long Step(Rational timeBase)
    {
        var seconds = timeBase.Denominator / timeBase.Numerator > 100_000_000 ? FineStep : CoarseStep;
        return (long)((Int128)seconds * timeBase.Denominator / timeBase.Numerator);
    }

    private static long Most(long step) => Math.Clamp((MostExact / step) - 1, 1, MostEpochs);
}
