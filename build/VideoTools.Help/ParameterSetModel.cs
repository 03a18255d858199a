namespace VideoTools.Help;

/// <summary>What a parameter is in one parameter set.</summary>
/// <param name="Set">Name of the set, null for all sets.</param>
/// <param name="IsMandatory">Must be given.</param>
/// <param name="Position">0 for the first; null for named only.</param>
/// <param name="ByValue">Takes piped objects.</param>
/// <param name="ByPropertyName">Takes properties of piped objects.</param>
public sealed record ParameterSetModel(string? Set, bool IsMandatory, int? Position, bool ByValue, bool ByPropertyName)
{
    /// <summary>As MAML says it.</summary>
    public string PipelineInput => (ByValue, ByPropertyName) switch
    {
        (true, true) => "True (ByPropertyName, ByValue)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };
}
