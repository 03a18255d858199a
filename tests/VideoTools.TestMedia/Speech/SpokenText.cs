namespace VideoTools.TestMedia.Speech;

/// <summary>A recording whose words are known.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Language">Language code.</param>
/// <param name="Text">What is said.</param>
/// <param name="Samples">16 kHz mono.</param>
/// <param name="Words">The second at which each word begins; empty when that is not known.</param>
public sealed record SpokenText(
    string Name, string Language, string Text, short[] Samples, IReadOnlyList<(string Word, double Start)> Words);
