namespace VideoTools;

/// <summary>What every request has: how many files at once, in which order, how to decode.</summary>
public sealed record EngineOptions
{
    /// <summary>Files worked on at once; 0 lets the engine choose. Results do not depend on it.</summary>
    public int ThrottleLimit { get; init; }

    /// <summary>True gives records as files finish, false in input order.</summary>
    public bool Unordered { get; init; }

    /// <summary>Which decoding work may be skipped.</summary>
    public SpeedMode Speed { get; init; }

    /// <summary>Which hardware decodes.</summary>
    public HardwareAcceleration HardwareAcceleration { get; init; }

    /// <summary>Whether results of earlier runs are used.</summary>
    public CacheMode Cache { get; init; }

    /// <summary>A decoder that delivers nothing for so long is ended and reported.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>True tells as events what is done: results used again, command lines, devices, times.</summary>
    public bool TellDetails { get; init; }

    /// <summary>Directory that holds ffmpeg and ffprobe; null looks in VIDEOTOOLS_FFMPEG, beside the engine, then on PATH.</summary>
    public string? FfmpegDirectory { get; init; }
}
