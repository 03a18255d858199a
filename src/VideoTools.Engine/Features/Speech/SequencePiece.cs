namespace VideoTools.Engine.Features.Speech;

/// <summary>A part of a sequence between two timestamps.</summary>
/// <param name="Start">Seconds from the start of the window.</param>
/// <param name="End">Seconds from the start of the window.</param>
/// <param name="First">Number of its first token in the sequence.</param>
/// <param name="Count">Number of its tokens, all of them text.</param>
internal readonly record struct SequencePiece(double Start, double End, int First, int Count);
