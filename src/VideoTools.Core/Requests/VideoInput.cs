namespace VideoTools;

/// <summary>One file to work on, whole or a range of it.</summary>
/// <param name="FullName">Absolute path.</param>
/// <param name="From">Start of the range, null for the start of the file.</param>
/// <param name="To">End of the range (exclusive), null for the end of the file.</param>
/// <param name="SceneIndex">Work only on the scene with this number (1 is the first); null for all.</param>
public sealed record VideoInput(string FullName, TimeSpan? From = null, TimeSpan? To = null, int? SceneIndex = null);
