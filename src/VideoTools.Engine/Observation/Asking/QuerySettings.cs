using VideoTools.Engine.Observation.Profiles;

namespace VideoTools.Engine.Observation.Asking;

/// <summary>What was asked for, with everything that the caller left to the preset, the profile and the defaults.</summary>
/// <param name="Options">What the caller said.</param>
/// <param name="Profile">The questions.</param>
/// <param name="Endpoint">The server.</param>
internal sealed record QuerySettings(QueryOptions Options, QueryProfile Profile, ModelEndpoint Endpoint)
{
    private const string KeyVariable = "VIDEOTOOLS_API_KEY";

    /// <summary>How frames are chosen.</summary>
    public required SequenceOptions Sequence { get; init; }

    /// <summary>True asks all questions of a sequence in one call.</summary>
    public bool IsCombined { get; init; }

    /// <summary>Sequences of one file that may be in flight.</summary>
    public int InFlight { get; init; }

    /// <summary>What opens the server; null for nothing.</summary>
    public ApiKey? Key { get; init; }

    /// <summary>Completes what a caller said. What it says itself counts most, then the preset, then the profile.</summary>
    /// <exception cref="ArgumentException">Something is out of range; the message names it.</exception>
    /// <exception cref="VideoToolsException">ProfileInvalid.</exception>
    public static QuerySettings Of(QueryOptions options)
    {
        Check(options);
        var isQuick = options.Preset == QueryPreset.RealTime;
        var profile = options.Prompt is { } prompt ? ProfileReader.OfPrompt(prompt) : ProfileReader.Read(options.Profile!);
        var defaults = new SequenceOptions();
        var key = options.Key ?? (Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } set ? new ApiKey(set) : null);
        return new QuerySettings(
            isQuick ? options with { Context = options.Context ?? 1024 } : options,
            profile,
            ModelEndpoint.Parse(options.Endpoint, options.Api))
        {
            Sequence = new SequenceOptions
            {
                IntervalSeconds = options.IntervalSeconds ?? (isQuick ? 1 : profile.IntervalSeconds ?? defaults.IntervalSeconds),
                FramesPerSequence = options.FramesPerSequence ?? (isQuick ? 3 : profile.FramesPerSequence ?? defaults.FramesPerSequence),
                ChangeThreshold = options.ChangeThreshold ?? profile.ChangeThreshold ?? defaults.ChangeThreshold,
            },
            IsCombined = (options.Combined ?? isQuick) && profile.Questions.Count > 1,
            InFlight = options.Preset switch
            {
                QueryPreset.RealTime => 2,
                QueryPreset.Batch => (2 * options.QueryThrottle) + 2,
                _ => Math.Max(2, options.QueryThrottle + 1),
            },
            Key = key,
        };
    }

    /// <summary>What to tell once about a key that others on the way can read; null where they cannot.</summary>
    public string? Warning => Key is not null && Endpoint.Address.Scheme == "http" && !Endpoint.Address.IsLoopback
        ? $"The key is sent to {Endpoint.Address.Host} unencrypted: others on the way can read it. Use https."
        : null;

    private static void Check(QueryOptions options)
    {
        Require(!string.IsNullOrWhiteSpace(options.Model), "Model must be the name of a model.");
        Require(options.Prompt is null != (options.Profile is null), "Give either Prompt or a profile.");
        Require(options.Prompt is null || !string.IsNullOrWhiteSpace(options.Prompt), "Prompt must be a question.");
        Require(options.QueryThrottle is >= 1 and <= 256, "QueryThrottle must be 1 to 256.");
        Require(options.Temperature is >= 0 and <= 2, "Temperature must be 0 to 2.");
        Require(options.Context is null or (>= 16 and <= 10_000_000), "Context must be 16 to 10000000.");
        Require(options.MaximumTokens is >= 1 and <= 1_000_000, "MaximumToken must be 1 to 1000000.");
        Require(options.JpegQuality is >= 1 and <= 100, "JpegQuality must be 1 to 100.");
        Require(options.RetryCount is >= 0 and <= 20, "RetryCount must be 0 to 20.");
        Require(
            options.Timeout >= TimeSpan.FromSeconds(0.1) && options.Timeout <= TimeSpan.FromHours(1),
            "Timeout must be 0.1 to 3600 seconds.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ArgumentException(message);
        }
    }
}
