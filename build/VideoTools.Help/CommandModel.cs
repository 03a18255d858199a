namespace VideoTools.Help;

/// <summary>A cmdlet as compiled.</summary>
public sealed record CommandModel(string Verb, string Noun)
{
    public string Name => Verb + "-" + Noun;

    public string? DefaultSet { get; init; }

    public bool SupportsShouldProcess { get; init; }

    /// <summary>Where the page of the cmdlet is found online; empty where it says none.</summary>
    public string HelpUri { get; init; } = "";

    public IReadOnlyList<string> OutputTypes { get; init; } = [];

    public IReadOnlyList<ParameterModel> Parameters { get; init; } = [];
}
