namespace VideoTools.Engine.Features.Driver;

/// <summary>What was measured of the driver up to the end of an interval.</summary>
internal sealed record DriverReading
{
    /// <summary>Part of the frames with a face.</summary>
    public double FaceShare { get; init; }

    /// <summary>Part of the frames that show nothing at all.</summary>
    public double BlindShare { get; init; }

    /// <summary>Seconds since a face was seen; null when none ever was.</summary>
    public double? LostSeconds { get; init; }

    /// <summary>Seconds since a face looked straight ahead; null when none ever did.</summary>
    public double? NotStraightSeconds { get; init; }

    /// <summary>The face went out of sight with closed eyes or sinking behind them.</summary>
    public bool IsLostAsleep { get; init; }

    /// <summary>The face went out of sight turned away or down.</summary>
    public bool IsLostTurned { get; init; }

    /// <summary>True when the person's own baseline is known.</summary>
    public bool IsCalibrated { get; init; }

    /// <summary>Mean openness of the eyes in the interval; null where they were not seen.</summary>
    public double? EyeOpenness { get; init; }

    /// <summary>Seconds since the eyes were seen; null when they never were.</summary>
    public double? EyesUnseenSeconds { get; init; }

    /// <summary>Longest closure that reaches into the interval, in seconds.</summary>
    public double Closure { get; init; }

    /// <summary>Part of the window with closed eyes; null while too little is known.</summary>
    public double? Perclos { get; init; }

    /// <summary>Seconds of the window in which the eyes were seen.</summary>
    public double PerclosKnown { get; init; }

    /// <summary>Blinks a minute; null while too little is known.</summary>
    public double? BlinkRate { get; init; }

    /// <summary>Blinks of half a second and more in the window.</summary>
    public int LongBlinks { get; init; }

    /// <summary>Yawns of the last minutes.</summary>
    public int Yawns { get; init; }

    /// <summary>Seconds since the last yawn; null without one.</summary>
    public double? YawnAge { get; init; }

    /// <summary>Nods of the last half minute.</summary>
    public int Nods { get; init; }

    /// <summary>Mean turn of the head from the straight look, in degrees to the right of the picture.</summary>
    public double? Yaw { get; init; }

    /// <summary>Mean nod of the head from the straight look, in degrees upwards.</summary>
    public double? Pitch { get; init; }

    /// <summary>Longest look to the side that reaches into the interval, by head or eyes.</summary>
    public double Away { get; init; }

    /// <summary>The part of it that the head alone was turned.</summary>
    public double HeadAway { get; init; }

    /// <summary>Longest time that the head hung down that reaches into the interval.</summary>
    public double Down { get; init; }

    /// <summary>The head sank when the eyes had just closed.</summary>
    public bool IsDownAsleep { get; init; }

    /// <summary>Seconds of the last half minute with a look away.</summary>
    public double AwayTotal { get; init; }

    /// <summary>Part of the frames with a hand at the face; null where hands are not looked for.</summary>
    public double? HandShare { get; init; }

    /// <summary>Part of the frames with a hand at an ear.</summary>
    public double? PhoneShare { get; init; }

    /// <summary>Longest time with a hand at an ear that reaches into the interval.</summary>
    public double Phone { get; init; }
}
