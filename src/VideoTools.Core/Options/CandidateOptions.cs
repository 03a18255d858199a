namespace VideoTools;

/// <summary>How candidates are chosen from measured positions.</summary>
public sealed record CandidateOptions
{
    /// <summary>Most candidates a file gets, at least 1.</summary>
    public int MaximumCount { get; init; } = 10;

    /// <summary>Positions each strategy may propose, at least 1.</summary>
    public int TopPerStrategy { get; init; } = 5;

    /// <summary>Names of the strategies to use; empty takes all.</summary>
    public IReadOnlyList<string> Strategies { get; init; } = [];
}
