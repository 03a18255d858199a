namespace VideoTools.Engine.Observation.Profiles;

/// <summary>One question of a profile.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Prompt">The question; {{name}} stands for the answer to another one.</param>
internal sealed record ProfileQuestion(string Name, AnswerKind Kind, string Prompt)
{
    /// <summary>Questions that must be answered before.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>What may be read from the answer, the most important first; empty for a text.</summary>
    public IReadOnlyList<AnswerLabel> Labels { get; init; } = [];

    /// <summary>JSON schema of the answer, for servers that can keep to one; null for free text.</summary>
    public JsonElement? Schema { get; init; }

    /// <summary>Name of the property that holds the label in such an answer.</summary>
    public string Field => Kind == AnswerKind.Level ? "level" : "state";
}
