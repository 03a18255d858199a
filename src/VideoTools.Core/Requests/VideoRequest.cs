namespace VideoTools;

/// <summary>What a session is to do with each of its inputs.</summary>
public abstract record VideoRequest
{
    /// <summary>How to work.</summary>
    public EngineOptions Engine { get; init; } = new();
}
