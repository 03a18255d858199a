namespace VideoTools.Fuzz;

/// <summary>One changed file.</summary>
/// <param name="Number">Its number in the campaign: with the seed it says everything about it.</param>
/// <param name="Name">Number and the name of what it was made from.</param>
/// <param name="Path">Where it lies.</param>
internal sealed record Mutant(long Number, string Name, string Path);
