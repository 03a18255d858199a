namespace VideoTools.Engine.Files;

/// <summary>An empty folder of this process alone; gone with the object, and all that is in it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public ScratchFolder()
    {
        FullName = TemporaryFiles.NameIn(Path.GetTempPath(), "videotools-", "");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(FullName);
        }
        else
        {
            // The temporary folder is everyone's.
            Directory.CreateDirectory(FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Where it lies.</summary>
    public string FullName { get; }

    /// <summary>Writes a file into it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Everything it holds.</param>
    /// <returns>Its path.</returns>
    /// <exception cref="IOException">There is no room for it.</exception>
    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(FullName, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Left to the next process, an hour from now.
        }
    }
}
