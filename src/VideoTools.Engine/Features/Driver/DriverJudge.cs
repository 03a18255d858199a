// Method: rules over the numbers of an interval. Each that holds is a sign with a state and a level; the most worrying one says the state,
// on a tie the one that stands first here. A driver whose eyes were not seen is never AWAKE and never Low.
// Sources of the limits: closures of a second and more are microsleeps (a blink takes 0.1 to 0.4 s, from 0.5 s on it is a long one:
// P. Caffier et al., "Experimental evaluation of eye-blink parameters as a drowsiness measure", 2003); PERCLOS below 7.5 % awake, from
// 15 % on drowsy (Wierwille 1994); looks away of 2 s (NHTSA driver distraction guidelines, 2013) and of 10 s in 30 s (Euro NCAP). Those
// of nods, yawns and long blinks are ours.
// Cost: none.
namespace VideoTools.Engine.Features.Driver;

/// <summary>Says the state of a driver.</summary>
internal static class DriverJudge
{
    public const string Awake = "AWAKE";
    public const string Tired = "TIRED";
    public const string Sleepy = "SLEEPY";
    public const string Distracted = "DISTRACTED";
    public const string Absent = "ABSENT";

    private const double LeastFaces = 0.3;
    private const double TiredPerclos = 0.075;
    private const double SleepyPerclos = 0.15;
    private const double HighPerclos = 0.3;
    private const double PerclosLeast = 30;
    private const double AwayOfWindow = 10;
    private const double YawnHolds = 30;
    private const double LostHolds = 10;
    private const double EyesRemembered = 3;
    private const double PhoneSeconds = 2;
    private const int SleepyNods = 3;
    private const int TiredNods = 2;
    private const int TiredBlinks = 2;

    /// <summary>The state of one interval, its level alone, how much it rests on, and what.</summary>
    public static (DriverSign Sign, StateStatus Status) Of(DriverReading reading, DriverOptions options)
    {
        if (reading.BlindShare > 0.5)
        {
            return (Unknown("the picture shows nothing: it is dark, or the lens is covered"), StateStatus.Unavailable);
        }

        if (reading.FaceShare < LeastFaces && OfLost(reading, options) is { } lost)
        {
            return (lost, lost.Level == AlertLevel.Unknown ? StateStatus.Unavailable : StateStatus.Ok);
        }

        List<DriverSign> signs = [.. Signs(reading, options)];
        var status = reading is { IsCalibrated: true, EyeOpenness: not null } ? StateStatus.Ok : StateStatus.Partial;
        if (signs.Count == 0)
        {
            return reading.EyesUnseenSeconds <= EyesRemembered
                ? (new DriverSign(Awake, AlertLevel.Low, Calm(reading)), status)
                : (Unknown("the eyes are not seen"), StateStatus.Partial);
        }

        var worst = signs.MaxBy(sign => sign.Level)!;
        return (worst with { Text = string.Join("; ", signs.OrderByDescending(sign => sign.Level).Select(sign => sign.Text)) }, status);
    }

    private static IEnumerable<DriverSign> Signs(DriverReading r, DriverOptions o)
    {
        if (r.Closure >= o.ClosedSeconds)
        {
            yield return new(Sleepy, AlertLevel.High, Text($"eyes closed for {r.Closure:0.0} s"));
        }

        if (r.Down >= o.AwaySeconds && r.IsDownAsleep)
        {
            yield return new(Sleepy, AlertLevel.High, Text($"head sank behind closed eyes, {r.Down:0.0} s ago"));
        }

        if (r.Nods >= SleepyNods)
        {
            yield return new(Sleepy, AlertLevel.High, Text($"{r.Nods} nods in {DriverMeter.NodWindow:0} s"));
        }

        if (r.Perclos >= SleepyPerclos && r.PerclosKnown >= PerclosLeast)
        {
            yield return new(
                Sleepy, r.Perclos >= HighPerclos ? AlertLevel.High : AlertLevel.Moderate, Perclos(r));
        }

        if (r.Away >= o.AwaySeconds)
        {
            var what = r.HeadAway >= o.AwaySeconds ? "head turned away" : "eyes turned away";
            yield return new(Distracted, Level(r.Away, o), Text($"{what} for {r.Away:0.0} s"));
        }

        if (r.Down >= o.AwaySeconds && !r.IsDownAsleep)
        {
            yield return new(Distracted, Level(r.Down, o), Text($"head down for {r.Down:0.0} s"));
        }

        if (r.Phone >= PhoneSeconds)
        {
            yield return new(Distracted, AlertLevel.Moderate, Text($"hand at the ear for {r.Phone:0.0} s, as with a phone"));
        }

        if (r.AwayTotal >= AwayOfWindow)
        {
            yield return new(
                Distracted, AlertLevel.Moderate, Text($"looked away for {r.AwayTotal:0.0} of {DriverMeter.AwayWindow:0} s"));
        }

        if (r.YawnAge <= YawnHolds)
        {
            yield return new(Tired, AlertLevel.Moderate, r.Yawns == 1 ? "a yawn" : Text($"{r.Yawns} yawns"));
        }

        if (r.Nods == TiredNods)
        {
            yield return new(Tired, AlertLevel.Moderate, Text($"{r.Nods} nods in {DriverMeter.NodWindow:0} s"));
        }

        if (r.LongBlinks >= TiredBlinks)
        {
            yield return new(Tired, AlertLevel.Moderate, Text($"{r.LongBlinks} long blinks in {o.PerclosSeconds:0} s"));
        }

        if (r.Perclos is >= TiredPerclos and < SleepyPerclos && r.PerclosKnown >= PerclosLeast)
        {
            yield return new(Tired, AlertLevel.Moderate, Perclos(r));
        }
    }

    // A face that went out of sight: what it did before says more than that it is gone. Null right after it was seen.
    private static DriverSign? OfLost(DriverReading r, DriverOptions o)
    {
        if (r.LostSeconds is not { } lost)
        {
            return new DriverSign(Absent, AlertLevel.Unknown, "no face so far");
        }

        if (lost <= LostHolds && r.IsLostAsleep)
        {
            return new DriverSign(Sleepy, AlertLevel.High, Text($"the face sank out of sight behind closed eyes {lost:0.0} s ago"));
        }

        if (lost <= LostHolds && r.IsLostTurned && r.NotStraightSeconds is { } away && away >= o.AwaySeconds)
        {
            return new DriverSign(Distracted, Level(away, o), Text($"turned out of sight, away for {away:0.0} s"));
        }

        return lost < o.AwaySeconds
            ? Unknown(Text($"no face for {lost:0.0} s"))
            : new DriverSign(Absent, AlertLevel.Moderate, Text($"no face for {lost:0.0} s"));
    }

    private static AlertLevel Level(double seconds, DriverOptions options) =>
        seconds >= 2 * options.AwaySeconds ? AlertLevel.High : AlertLevel.Moderate;

    private static DriverSign Unknown(string text) => new(VideoState.Unknown, AlertLevel.Unknown, text);

    private static string Perclos(DriverReading r) => Text($"PERCLOS {100 * r.Perclos:0} % of {r.PerclosKnown:0} s");

    private static string Calm(DriverReading r)
    {
        List<string> seen = [];
        if (r.EyeOpenness is { } open)
        {
            seen.Add(Text($"eyes open ({open:0.00})"));
        }

        if (r.Yaw is { } yaw)
        {
            // Not "-0".
            seen.Add(Text($"head {Math.Round(yaw) + 0.0:0}° to the side"));
        }

        if (r.HandShare >= 0.5)
        {
            seen.Add("a hand at the face");
        }

        if (!r.IsCalibrated)
        {
            seen.Add("not calibrated yet");
        }

        return string.Join("; ", seen);
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
