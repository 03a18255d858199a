namespace VideoTools.Engine.Niche.Classification;

/// <summary>One text about a video.</summary>
/// <param name="Source">Where it comes from, as users read it: hashtag, title, description, speech, text, name.</param>
/// <param name="Text">The text.</param>
/// <param name="Weight">How much it counts.</param>
internal readonly record struct EvidenceText(string Source, string Text, double Weight);
