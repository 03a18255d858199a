// Several files, all or none: everything is written to temporary names in the directory first; then files in the way step aside, and the
// new ones get their names. Whatever fails, what was there before is there again. A crash between two renames can leave a .bak behind.
namespace VideoTools.Engine.Files;

/// <summary>Writes files together.</summary>
internal static class FileSet
{
    /// <summary>Writes all files or none.</summary>
    /// <param name="files">Absolute paths in one directory, and what they hold.</param>
    /// <param name="force">True replaces files that exist.</param>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    public static void Save(IReadOnlyList<(string Path, byte[] Content)> files, bool force)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (!force && files.FirstOrDefault(f => File.Exists(f.Path)).Path is { } existing)
        {
            throw new VideoToolsException(
                VideoErrorId.OutputExists, existing, $"'{existing}' exists; nothing is written.",
                "Overwrite it with -Force (--force), or choose another directory.");
        }

        var token = "." + Guid.NewGuid().ToString("N")[..8];
        var moved = new List<string>();
        var aside = new List<string>();
        try
        {
            foreach (var (path, content) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path + token + ".tmp", content);
            }

            foreach (var (path, _) in files)
            {
                if (force && File.Exists(path))
                {
                    File.Move(path, path + token + ".bak");
                    aside.Add(path);
                }

                File.Move(path + token + ".tmp", path);
                moved.Add(path);
            }
        }
        catch (Exception exception)
        {
            moved.ForEach(Delete);
            aside.ForEach(path => Try(() => File.Move(path + token + ".bak", path)));
            if (exception is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                var path = files[Math.Min(moved.Count, files.Count - 1)].Path;
                throw new VideoToolsException(
                    VideoErrorId.OutputUnwritable, path, $"'{path}' cannot be written: {exception.Message}",
                    "Choose a directory that you may write to.", exception);
            }

            throw;
        }
        finally
        {
            foreach (var (path, _) in files)
            {
                Delete(path + token + ".tmp");
            }
        }

        aside.ForEach(path => Delete(path + token + ".bak"));
    }

    private static void Delete(string path) => Try(() => File.Delete(path));

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The first error is the one to report.
        }
    }
}
