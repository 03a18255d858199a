namespace VideoTools.TestMedia.Drivers;

/// <summary>A film of a driver, and what must be said of it.</summary>
/// <param name="Name">What happens.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="State">The state that must be reported; AWAKE where nothing must.</param>
/// <param name="From">When what happens begins, in seconds.</param>
/// <param name="To">When it must have been reported.</param>
/// <param name="Script">What is done when.</param>
/// <param name="HasHand">True when a hand is seen: without, hands are not looked for.</param>
public sealed record DriverScenario(
    string Name, double Seconds, string State, double From, double To, Func<double, DriverMoment> Script, bool HasHand = false)
{
    private const double Start = 5;

    /// <summary>All of them: five seconds of driving, with blinks and small turns, then what happens.</summary>
    public static IReadOnlyList<DriverScenario> All { get; } =
    [
        new("driving, blinks, small turns", 13, "AWAKE", Start, 13, Driving),
        new("a glance of 1 s, 40° to the right", 11, "AWAKE", Start, 11, t => Driving(t) with { Yaw = Ramp(t, Start, 1, 40, 0.2) }),
        new("talking", 11, "AWAKE", Start, 11, t => Driving(t) with { Mouth = t >= Start && (t - Start) % 0.5 < 0.3 ? 0.5 : 0 }),
        new("eyes closed for 2 s", 11, "SLEEPY", Start, 8.5, t => Driving(t) with { Closed = In(t, Start, 2) ? 1 : Blink(t) }),
        new("eyes closed for 0.45 s in every 2 s", 37, "SLEEPY", Start, 37, t => Driving(t) with { Closed = t >= Start && t % 2 < 0.45 ? 1 : 0 }),
        new("three blinks of 0.7 s", 15, "TIRED", Start, 13, t => Driving(t) with { Closed = t >= Start && (t - Start) % 2.5 < 0.7 ? 1 : 0 }),
        new("head turned 45° to the right for 4 s", 13, "DISTRACTED", Start, 9.5, t => Driving(t) with { Yaw = Ramp(t, Start, 4, 45, 0.4) }),
        new("head turned 45° to the left for 4 s", 13, "DISTRACTED", Start, 9.5, t => Driving(t) with { Yaw = Ramp(t, Start, 4, -45, 0.4) }),
        new("eyes alone turned aside for 4 s", 13, "DISTRACTED", Start, 9.5, t => Driving(t) with { Gaze = In(t, Start, 4) ? 0.28 : 0 }),
        new("head down 28° for 4 s", 13, "DISTRACTED", Start, 9.5, t => Driving(t) with { Pitch = Ramp(t, Start, 4, -28, 0.4) }),
        new("three nods of 28°", 15, "SLEEPY", Start, 13, t => Driving(t) with
        {
            Pitch = In(t, Start, 6) ? -28 * Math.Max(0, Math.Sin(Math.PI * ((t - Start) % 2) / 1.4)) : 0,
        }),
        new("eyes close, then the head sinks", 13, "SLEEPY", Start, 9.5, t => Driving(t) with
        {
            Closed = In(t, Start, 4.6) ? 1 : Blink(t), Pitch = Ramp(t, Start + 0.6, 4, -28, 0.4),
        }),
        new("a yawn of 3 s", 13, "TIRED", Start, 10, t => Driving(t) with
        {
            Mouth = Ramp(t, Start, 3, 1, 0.5), Closed = Math.Max(Blink(t), Ramp(t, Start, 3, 0.4, 0.5)),
        }),
        new("a hand at the ear on the left of the picture for 5 s", 13, "DISTRACTED", Start, 10.5, t => Driving(t) with
        {
            Hand = In(t, Start, 5) ? (-0.85, 0.1) : null,
        }, HasHand: true),
        new("a hand at the chin for 5 s", 13, "AWAKE", Start, 13, t => Driving(t) with
        {
            Hand = In(t, Start, 5) ? (0.1, 0.55) : null,
        }, HasHand: true),
        new("nobody there for 4 s", 13, "ABSENT", Start, 9.5, t => Driving(t) with { IsAbsent = In(t, Start, 4) }),
        new("darkness for 3 s", 12, "UNKNOWN", Start, 8.5, t => Driving(t) with { IsDark = In(t, Start, 3) }),
    ];

    private static DriverMoment Driving(double t) => new(Yaw: 6 * Math.Sin(t), Pitch: 2 * Math.Sin(1.7 * t), Closed: Blink(t));

    private static double Blink(double t) => (t + 0.7) % 2.8 < 0.19 ? 1 : 0;

    private static bool In(double t, double start, double length) => t >= start - 1e-9 && t < start + length - 1e-9;

    // There and back.
    private static double Ramp(double t, double start, double length, double height, double ramp) =>
        height * Math.Clamp(Math.Min((t - start) / ramp, (start + length - t) / ramp), 0, 1);
}
