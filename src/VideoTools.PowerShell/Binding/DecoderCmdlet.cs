namespace VideoTools.PowerShell;

/// <summary>Base of the cmdlets that are told how files are decoded, here or on other machines.</summary>
public abstract class DecoderCmdlet : FileCmdlet
{
    /// <summary>Files worked on at once; 0 lets the engine choose.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int ThrottleLimit { get; set; }

    /// <summary>Which decoding work may be skipped.</summary>
    [Parameter]
    public SpeedMode Speed { get; set; }

    /// <summary>Which hardware decodes.</summary>
    [Parameter]
    public HardwareAcceleration HardwareAcceleration { get; set; }

    /// <summary>A decoder that delivers nothing for so long is ended and reported.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan StallTimeout { get; set; } = new EngineOptions().StallTimeout;

    /// <summary>What was asked for.</summary>
    private protected EngineOptions DecoderOptions => new()
    {
        ThrottleLimit = ThrottleLimit,
        Speed = Speed,
        Cache = Cache,
        HardwareAcceleration = HardwareAcceleration,
        StallTimeout = StallTimeout,
        FfmpegDirectory = ResolvePath(FfmpegDirectory),
    };
}
