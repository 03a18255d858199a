namespace VideoTools.Engine.Niche.Classification;

/// <summary>A keyword or hint that a text has.</summary>
/// <param name="Node">Number of the node that owns it.</param>
/// <param name="Phrase">As the taxonomy spells it.</param>
/// <param name="Weight">What it counts: rarity, length, kind.</param>
/// <param name="Length">Words.</param>
/// <param name="IsKeyword">False for a hint.</param>
/// <param name="IsSubject">True for a keyword that is a subject in one word ("coding") and whose verb the node does not have in its own
/// right.</param>
internal readonly record struct KeywordMatch(int Node, string Phrase, double Weight, int Length, bool IsKeyword, bool IsSubject);
