namespace VideoTools;

/// <summary>
/// What a model is asked about videos, where it is, and how it is asked. What is null is as the profile or the preset says.
/// </summary>
public sealed record QueryOptions
{
    /// <summary>Address of the server: the only one that is contacted.</summary>
    public required string Endpoint { get; init; }

    /// <summary>What it speaks.</summary>
    public QueryApi Api { get; init; }

    /// <summary>Name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>One question, in place of a profile.</summary>
    public string? Prompt { get; init; }

    /// <summary>Name of a profile that comes with the module, or path of one.</summary>
    public string? Profile { get; init; }

    /// <summary>What counts.</summary>
    public QueryPreset Preset { get; init; }

    /// <summary>Seconds of a sequence; 2 by default.</summary>
    public double? IntervalSeconds { get; init; }

    /// <summary>Frames of a sequence; 5 by default.</summary>
    public int? FramesPerSequence { get; init; }

    /// <summary>Change below which a frame is left out, 0 to 1; 0.1 by default.</summary>
    public double? ChangeThreshold { get; init; }

    /// <summary>Quality of the JPEG files, 1 to 100.</summary>
    public int JpegQuality { get; init; } = 85;

    /// <summary>Questions asked at once, of all files together.</summary>
    public int QueryThrottle { get; init; } = 4;

    /// <summary>True asks all questions of a sequence in one call; false by default.</summary>
    public bool? Combined { get; init; }

    /// <summary>Randomness of the answers; 0 takes the likeliest word each time.</summary>
    public double Temperature { get; init; }

    /// <summary>Tokens that the model may look at, where the server takes it (Ollama); null leaves it to the server.</summary>
    public int? Context { get; init; }

    /// <summary>Tokens that an answer may have.</summary>
    public int MaximumTokens { get; init; } = 256;

    /// <summary>Time that one call may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a call that failed is repeated.</summary>
    public int RetryCount { get; init; } = 2;

    /// <summary>True also gives a <see cref="VideoQueryMetric"/> for every file, behind its answers.</summary>
    public bool IncludeMetric { get; init; }

    /// <summary>What opens the server; null takes the environment variable VIDEOTOOLS_API_KEY, where it is set.</summary>
    [NoColumn]
    public ApiKey? Key { get; init; }
}
