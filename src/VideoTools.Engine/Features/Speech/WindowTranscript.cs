namespace VideoTools.Engine.Features.Speech;

/// <summary>What is said in one window.</summary>
/// <param name="Language">Language code.</param>
/// <param name="NoSpeechProbability">Probability of no speech, 0 to 1.</param>
/// <param name="Segments">In order of time; empty when nothing is said.</param>
/// <param name="IsUnclear">True when something was left out that the model itself does not believe.</param>
internal sealed record WindowTranscript(
    string Language, double NoSpeechProbability, IReadOnlyList<WindowSegment> Segments, bool IsUnclear);
