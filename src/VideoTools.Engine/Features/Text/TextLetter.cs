namespace VideoTools.Engine.Features.Text;

/// <summary>A character of a line.</summary>
/// <param name="Key">The character, as the alphabet has it.</param>
/// <param name="Probability">How sure the network is, 0 to 1.</param>
/// <param name="Position">Where along the box its centre is, 0 (left edge) to 1 (right edge), to about a third of a character.</param>
internal readonly record struct TextLetter(string Key, float Probability, float Position);
