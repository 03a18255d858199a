namespace VideoTools.Engine.Features.Speech;

/// <summary>A word of a window.</summary>
/// <param name="Text">The word as the model wrote it: a blank in front where the language separates words.</param>
/// <param name="Start">Seconds from the start of the window.</param>
/// <param name="End">Seconds from the start of the window.</param>
/// <param name="Probability">Geometric mean of its tokens' probabilities.</param>
/// <param name="FirstToken">Number of its first token among the text tokens.</param>
/// <param name="TokenCount">Number of its tokens.</param>
internal sealed record TimedWord(string Text, double Start, double End, double Probability, int FirstToken, int TokenCount);
