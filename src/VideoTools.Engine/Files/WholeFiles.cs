// Method: every file goes to a temporary name in its directory (made where it is missing); then each gets its own name by a rename, so
// that a reader sees all of a file or none. Of several files, those that the earlier renames replace are copied first and put back when
// a later one fails. A writer that is killed leaves temporary files; the next process that writes into the directory deletes old ones.
// Cost: one more copy of what is replaced, for all files but the last; a listing of the directory once a process.
using System.Collections.Concurrent;

namespace VideoTools.Engine.Files;

/// <summary>Writes files, all of them whole or none at all.</summary>
internal static class WholeFiles
{
    private const string Prefix = ".videotools-";
    private const string Extension = ".tmp";
    private static readonly TimeSpan AbandonedAfter = TimeSpan.FromHours(1);
    private static readonly ConcurrentDictionary<string, bool> CleanedDirectories = new(StringComparer.Ordinal);

    /// <summary>Throws when a file is there and may not be replaced; asked before the work of making the content.</summary>
    /// <exception cref="VideoToolsException">OutputExists.</exception>
    public static void Check(string path, bool force, OutputSubject subject)
    {
        if (!force && File.Exists(path))
        {
            throw subject.Exists(path, null);
        }
    }

    /// <summary>Writes one file or several.</summary>
    /// <param name="subject">What the files hold, for errors.</param>
    /// <param name="force">True replaces files that exist.</param>
    /// <param name="files">Absolute paths, and everything the files hold.</param>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable; everything is as it was before.</exception>
    public static void Write(OutputSubject subject, bool force, params (string Path, byte[] Content)[] files)
    {
        foreach (var (path, _) in files)
        {
            Check(path, force, subject);
        }

        var temporary = new List<string>();
        var undo = new Stack<Action>();
        var current = files[0].Path;
        try
        {
            foreach (var (path, content) in files)
            {
                current = path;
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                DeleteAbandoned(Path.GetDirectoryName(path)!);
                temporary.Add(TemporaryNameFor(path));
                using var stream = new FileStream(temporary[^1], FileMode.CreateNew, FileAccess.Write);
                stream.Write(content);
            }

            for (var i = 0; i < files.Length; i++)
            {
                current = files[i].Path;
                if (i < files.Length - 1)
                {
                    undo.Push(Keep(current, temporary));
                }

                File.Move(temporary[i], current, overwrite: force);
            }
        }
        catch (Exception exception)
        {
            foreach (var action in undo)
            {
                Try(action);
            }

            if (exception is not (IOException or UnauthorizedAccessException or NotSupportedException))
            {
                throw;
            }

            throw !force && File.Exists(current) ? subject.Exists(current, exception) : subject.Unwritable(current, exception);
        }
        finally
        {
            temporary.ForEach(path => Try(() => File.Delete(path)));
        }
    }

    /// <summary>
    /// Writes one file that something else makes: it is given a temporary name in the file's directory, and the result gets its name by
    /// a rename. Whatever ends it, no temporary file stays.
    /// </summary>
    /// <param name="subject">What the file holds, for errors.</param>
    /// <param name="force">True replaces a file that exists.</param>
    /// <param name="path">Absolute path.</param>
    /// <param name="make">Makes the file of the name that it is given.</param>
    /// <exception cref="VideoToolsException">OutputExists, OutputUnwritable or whatever <paramref name="make"/> throws.</exception>
    public static void Write(OutputSubject subject, bool force, string path, Action<string> make)
    {
        Check(path, force, subject);
        var directory = Path.GetDirectoryName(path)!;
        var temporary = TemporaryNameFor(path);
        try
        {
            Directory.CreateDirectory(directory);
            DeleteAbandoned(directory);

            // Told here and not by whoever makes it: a directory that takes no files.
            using (new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
            }

            make(temporary);
            File.Move(temporary, path, overwrite: force);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw !force && File.Exists(path) ? subject.Exists(path, exception) : subject.Unwritable(path, exception);
        }
        finally
        {
            Try(() => File.Delete(temporary));
        }
    }

    /// <summary>Copies a file: the copy is there whole or not at all.</summary>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    public static void Copy(OutputSubject subject, bool force, string source, string target) =>
        Write(subject, force, target, temporary => File.Copy(source, temporary, overwrite: true));

    // The way back to what is there now.
    private static Action Keep(string path, List<string> temporary)
    {
        if (!File.Exists(path))
        {
            return () => File.Delete(path);
        }

        var copy = TemporaryNameFor(path);
        temporary.Add(copy);
        File.Copy(path, copy);
        return () => File.Move(copy, path, overwrite: true);
    }

    // Of one length, whatever the file's own name: that may be as long as the file system allows.
    private static string TemporaryNameFor(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, Prefix + Guid.NewGuid().ToString("N") + Extension);

    private static void DeleteAbandoned(string directory)
    {
        if (!CleanedDirectories.TryAdd(directory, true))
        {
            return;
        }

        Try(() =>
        {
            var old = DateTime.UtcNow - AbandonedAfter;
            foreach (var file in new DirectoryInfo(directory).EnumerateFiles(Prefix + "*" + Extension))
            {
                if (file.LastWriteTimeUtc < old)
                {
                    file.Delete();
                }
            }
        });
    }

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
