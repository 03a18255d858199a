// Method: the file is written under a temporary name in its own folder and renamed, so that nobody ever sees a part of it, and a failure
// leaves nothing behind. Cost: none to speak of.
namespace VideoTools.Engine.Analysis.Niche.Metadata;

/// <summary>Writes a file whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Writes the file; its directory is made where it is missing.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="force">True replaces an existing file.</param>
    /// <param name="content">All of it.</param>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    public static void Write(string path, bool force, ReadOnlySpan<byte> content)
    {
        if (!force && File.Exists(path))
        {
            throw Exists(path, null);
        }

        var directory = Path.GetDirectoryName(path)!;
        var temporary = Path.Combine(directory, $".{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(directory);
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
            }

            File.Move(temporary, path, overwrite: force);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            DeleteQuietly(temporary);

            // Somebody else wrote it in the meantime.
            throw !force && File.Exists(path)
                ? Exists(path, exception)
                : new VideoToolsException(
                    VideoErrorId.OutputUnwritable,
                    path,
                    $"'{path}' cannot be written: {exception.Message}",
                    "Choose a directory that you may write to.",
                    exception);
        }
    }

    private static VideoToolsException Exists(string path, Exception? exception) => new(
        VideoErrorId.OutputExists,
        path,
        $"'{path}' exists and is not overwritten.",
        "Overwrite it with -Force (--force), or choose another directory.",
        exception);

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The first error is the one to report.
        }
    }
}
