namespace VideoTools;

/// <summary>One analysis of many files, for many machines.</summary>
/// <param name="Feature">What is found in each file.</param>
/// <param name="Options">How the job is cut and run.</param>
public sealed record JobRequest(FeatureOptions Feature, JobOptions Options)
{
    /// <summary>How each part works.</summary>
    public EngineOptions Engine { get; init; } = new();
}
