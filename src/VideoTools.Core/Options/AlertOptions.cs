namespace VideoTools;

/// <summary>What an alert is.</summary>
public sealed record AlertOptions
{
    /// <summary>Lowest level that is worrying.</summary>
    public AlertLevel MinimumLevel { get; init; } = AlertLevel.Moderate;

    /// <summary>Worrying sequences with no more than this between them, all of it unknown, are one alert; seconds.</summary>
    public double MaximumGapSeconds { get; init; } = 10;

    /// <summary>True also gives an alert of level Unknown for stretches of which nothing is known.</summary>
    public bool IncludeUnknown { get; init; }
}
