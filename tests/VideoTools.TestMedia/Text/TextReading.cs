namespace VideoTools.TestMedia.Text;

/// <summary>A reading to be scored.</summary>
/// <param name="Text">What was read.</param>
/// <param name="Start">Seconds.</param>
/// <param name="End">Seconds.</param>
public sealed record TextReading(string Text, double Start, double End);
