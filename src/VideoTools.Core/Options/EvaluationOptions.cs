namespace VideoTools;

/// <summary>How states are compared with what is known to be true.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The file that says what is true.</summary>
    public required string GroundTruthPath { get; init; }

    /// <summary>A period counts as detected when it is seen within so many seconds after its start.</summary>
    public double DetectWithinSeconds { get; init; } = 10;

    /// <summary>Lowest level that is an alert.</summary>
    public AlertLevel MinimumLevel { get; init; } = AlertLevel.Moderate;
}
