namespace VideoTools.Engine.Files;

/// <summary>Bytes that a child reads from a file; gone with the object.</summary>
internal sealed class ScratchFile : IDisposable
{
    /// <summary>Writes the bytes.</summary>
    /// <param name="content">Everything the file holds.</param>
    /// <param name="extension">What its name ends with.</param>
    /// <exception cref="IOException">There is no room for it.</exception>
    public ScratchFile(byte[] content, string extension)
    {
        FullName = Path.Combine(Path.GetTempPath(), "videotools-" + Guid.NewGuid().ToString("N") + extension);
        File.WriteAllBytes(FullName, content);
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
