namespace VideoTools;

/// <summary>Asks for the states of a driver, found on this machine: a <see cref="VideoState"/> for each interval of a video.</summary>
public sealed record DriverOptions : FeatureOptions
{
    /// <summary>Seconds that a record stands for.</summary>
    public double IntervalSeconds { get; init; } = 1;

    /// <summary>Frames a second that are looked at.</summary>
    public double SampleRate { get; init; } = 10;

    /// <summary>Seconds with a face from which the person's own open eyes and straight look are learned.</summary>
    public double CalibrationSeconds { get; init; } = 10;

    /// <summary>Seconds over which closed eyes are added up (PERCLOS) and blinks are counted.</summary>
    public double PerclosSeconds { get; init; } = 60;

    /// <summary>Eyes that stay closed for so many seconds are sleep.</summary>
    public double ClosedSeconds { get; init; } = 1;

    /// <summary>A look away from the road for so many seconds is worrying; twice as many are more so.</summary>
    public double AwaySeconds { get; init; } = 2;

    /// <summary>Turn of the head to the side, away from the person's own straight look, that is a look away; degrees.</summary>
    public double AwayAngle { get; init; } = 30;

    /// <summary>True does not look for hands.</summary>
    public bool SkipHands { get; init; }

    /// <summary>What the models run on.</summary>
    public DeviceOrder Device { get; init; }
}
