// Method: samples of an interval are measured one by one; with the first sample of the next one the interval is judged, and its level
// smoothed over the last three in order of time. A state is known as soon as its interval is over; nothing waits for what comes later.
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Features.Driver;

/// <summary>Makes a <see cref="VideoState"/> of the samples of each interval.</summary>
/// <param name="fullName">The video.</param>
/// <param name="options">What counts.</param>
/// <param name="clock">The moment of a time of a live source.</param>
internal sealed class DriverStates(string fullName, DriverOptions options, Func<TimeSpan, string?>? clock = null)
{
    // Times are rounded products: 0.9999999 belongs to the interval that starts at 1.
    private const double Tolerance = 1e-6;

    private readonly DriverMeter _meter = new(options);
    private readonly LevelSmoother _smoother = new();
    private readonly List<double> _times = [];
    private long _interval = -1;

    /// <summary>Takes the next sample; gives the state of the interval before it, when that is over now.</summary>
    public VideoState? Add(DriverSample sample)
    {
        var interval = (long)Math.Floor((sample.Seconds / options.IntervalSeconds) + Tolerance);
        var done = interval == _interval ? null : Finish(double.PositiveInfinity);
        _interval = interval;
        _times.Add(Math.Round(sample.Seconds, 6));
        _meter.Add(sample);
        return done;
    }

    /// <summary>The state of what is not over yet; null when nothing is left.</summary>
    /// <param name="end">Where the video ends, in seconds.</param>
    public VideoState? Finish(double end)
    {
        if (_times.Count == 0)
        {
            return null;
        }

        var (start, reading) = (_times[0], _meter.Take());
        end = Math.Min((_interval + 1) * options.IntervalSeconds, end > start ? end : double.PositiveInfinity);
        var (sign, status) = DriverJudge.Of(reading, options);
        var hasFace = reading.FaceShare > 0;
        var state = new VideoState
        {
            FullName = fullName,
            SequenceIndex = checked((int)_interval + 1),
            ClockTime = clock?.Invoke(TimeSpan.FromSeconds(start)),
            Start = TimeSpan.FromSeconds(start),
            End = TimeSpan.FromSeconds(end),
            StartSeconds = start,
            EndSeconds = end,
            State = sign.State,
            RawLevel = sign.Level,
            Level = _smoother.Next(sign.State, sign.Level),
            Status = status,
            Evidence = sign.Text,
            Source = "Device",
            FrameTimes = new ValueList<double>(_times),
            FaceShare = Math.Round(reading.FaceShare, 4),
            EyeOpenness = Rounded(reading.EyeOpenness),
            ClosureSeconds = hasFace ? Rounded(reading.Closure) : null,
            Perclos = Rounded(reading.Perclos),
            BlinkRate = Rounded(reading.BlinkRate, 1),
            LongBlinkCount = reading.Perclos is null ? null : reading.LongBlinks,
            YawnCount = reading.LostSeconds is null ? null : reading.Yawns,
            NodCount = reading.LostSeconds is null ? null : reading.Nods,
            HeadYaw = Rounded(reading.Yaw, 1),
            HeadPitch = Rounded(reading.Pitch, 1),
            AwaySeconds = hasFace ? Rounded(Math.Max(reading.Away, reading.Down)) : null,
            HandShare = Rounded(reading.HandShare),
            PhoneShare = Rounded(reading.PhoneShare),
            IsCalibrated = reading.IsCalibrated,
        };
        _times.Clear();
        return state;
    }

    // What rounds to nothing has no sign.
    private static double? Rounded(double? value, int digits = 4) => value is { } known ? Math.Round(known, digits) + 0.0 : null;
}
