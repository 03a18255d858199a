namespace VideoTools;

/// <summary>A way to weigh the four crop measurements; the weights sum to 1.</summary>
[View(
    "Name:18", "Motion:6:0.00", "Detail:6:0.00", "Edges:6:0.00", "Satur.=Saturation:6:0.00", "Description",
    Set = "Name Motion Detail Edges Saturation UseCase")]
public sealed record CropStrategyInfo
{
    /// <summary>Name, for example "Subject Detection".</summary>
    public required string Name { get; init; }

    /// <summary>Weight of motion, 0 to 1.</summary>
    public required double Motion { get; init; }

    /// <summary>Weight of detail, 0 to 1.</summary>
    public required double Detail { get; init; }

    /// <summary>Weight of edges, 0 to 1.</summary>
    public required double Edges { get; init; }

    /// <summary>Weight of saturation, 0 to 1.</summary>
    public required double Saturation { get; init; }

    /// <summary>What it prefers.</summary>
    public required string Description { get; init; }

    /// <summary>When to use it.</summary>
    public required string UseCase { get; init; }
}
