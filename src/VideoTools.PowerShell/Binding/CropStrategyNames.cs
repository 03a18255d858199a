namespace VideoTools.PowerShell;

/// <summary>Looks names of crop strategies up, whatever their case.</summary>
internal static class CropStrategyNames
{
    /// <summary>Error id of a name that no strategy has.</summary>
    public const string UnknownId = "UnknownStrategy";

    /// <summary>True when there is a strategy of this name.</summary>
    public static bool IsKnown(string name, IReadOnlyList<CropStrategyInfo> strategies) =>
        strategies.Any(strategy => strategy.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The error for a name that is unknown; lists those that are known.</summary>
    public static ErrorRecord Unknown(string name, IReadOnlyList<CropStrategyInfo> strategies)
    {
        var message = $"There is no crop strategy '{name}'. Known are: {string.Join(", ", strategies.Select(s => s.Name))}.";
        return new ErrorRecord(new ArgumentException(message), UnknownId, ErrorCategory.ObjectNotFound, name)
        {
            ErrorDetails = new ErrorDetails(message) { RecommendedAction = "List the strategies with Get-CropStrategy." },
        };
    }
}
