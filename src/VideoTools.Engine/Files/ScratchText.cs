namespace VideoTools.Engine.Files;

/// <summary>A text that a child reads from a file because a command line has no room for it; gone with the object.</summary>
/// <param name="text">The text.</param>
/// <exception cref="IOException">There is no room for it.</exception>
internal sealed class ScratchText(string text) : IDisposable
{
    private readonly ScratchFile _file = new(Encoding.UTF8.GetBytes(text), ".txt");

    /// <summary>Where it lies.</summary>
    public string FullName => _file.FullName;

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
