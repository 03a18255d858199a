namespace VideoTools.Engine.Files;

/// <summary>A text that a child reads from a file because a command line has no room for it; gone with the object.</summary>
internal sealed class ScratchText : IDisposable
{
    /// <summary>Writes the text.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public ScratchText(string text)
    {
        FullName = Path.Combine(Path.GetTempPath(), "videotools-" + Guid.NewGuid().ToString("N") + ".txt");
        File.WriteAllText(FullName, text);
    }

    /// <summary>Where it lies.</summary>
    public string FullName { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            File.Delete(FullName);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Left to the system's own cleaning.
        }
    }
}
