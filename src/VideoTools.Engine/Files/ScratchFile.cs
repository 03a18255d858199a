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
        FullName = TemporaryFiles.NameIn(Path.GetTempPath(), "videotools-", extension);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // The temporary folder is everyone's.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(FullName, options);
        file.Write(content);
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
