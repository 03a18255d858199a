namespace VideoTools.Engine.Observation.Profiles;

/// <summary>A state or level that may be read from an answer.</summary>
/// <param name="Name">Its name, in capitals.</param>
/// <param name="Words">Words and phrases that say so, "eyes * closed" with up to three words between; a word may end in *.</param>
internal sealed record AnswerLabel(string Name, IReadOnlyList<string> Words)
{
    /// <summary>The level that this state stands for by itself; null for none.</summary>
    public AlertLevel? Raises { get; init; }
}
