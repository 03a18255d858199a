// Method: the content goes to a temporary name in the same directory (made where it is missing), which is then renamed: nobody ever sees a
// part of a file, and whatever fails, nothing is left behind. Cost: none to speak of.
namespace VideoTools.Engine.Files;

/// <summary>Writes one file, whole or not at all.</summary>
internal static class WholeFile
{
    /// <summary>Throws when the file is there and may not be replaced; asked before the work of making its content.</summary>
    /// <exception cref="VideoToolsException">What <paramref name="exists"/> makes.</exception>
    public static void Check(string path, bool force, Func<Exception?, VideoToolsException> exists)
    {
        if (!force && File.Exists(path))
        {
            throw exists(null);
        }
    }

    /// <summary>Writes.</summary>
    /// <param name="path">Absolute path.</param>
    /// <param name="content">Everything the file holds.</param>
    /// <param name="force">True replaces an existing file.</param>
    /// <param name="exists">The error for a file that is there, with the cause where somebody else wrote it in the meantime.</param>
    /// <param name="unwritable">The error for anything else that the file system refuses.</param>
    /// <exception cref="VideoToolsException">What <paramref name="exists"/> or <paramref name="unwritable"/> makes.</exception>
    public static void Write(
        string path, ReadOnlySpan<byte> content, bool force, Func<Exception?, VideoToolsException> exists, Func<Exception, VideoToolsException> unwritable)
    {
        Check(path, force, exists);
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
        catch (Exception exception)
        {
            DeleteQuietly(temporary);
            if (exception is not (IOException or UnauthorizedAccessException or NotSupportedException))
            {
                throw;
            }

            throw !force && File.Exists(path) ? exists(exception) : unwritable(exception);
        }
    }

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
