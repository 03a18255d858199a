namespace VideoTools.Engine.Features.Speech;

/// <summary>A segment of a transcribed window.</summary>
/// <param name="Start">Seconds from the start of the window.</param>
/// <param name="End">Seconds from the start of the window.</param>
/// <param name="Text">Its text, without surrounding blanks.</param>
/// <param name="Words">Its words, empty when they were not asked for.</param>
/// <param name="Sequence">The decoding it comes from.</param>
internal sealed record WindowSegment(double Start, double End, string Text, IReadOnlyList<TimedWord> Words, DecodedSequence Sequence);
