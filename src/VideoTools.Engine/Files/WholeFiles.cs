// Method: every file goes to a temporary name in its directory (made where it is missing); then each gets its own name by a rename, so
// that a reader sees all of a file or none. Of several files, those that the earlier renames replace are copied first and put back when
// a later one fails. A writer that is killed leaves temporary files; the next process that writes into the directory deletes old ones
// (TemporaryFiles). Cost: one more copy of what is replaced, for all files but the last.
namespace VideoTools.Engine.Files;

/// <summary>Writes files, all of them whole or none at all.</summary>
internal static class WholeFiles
{
    internal const string Prefix = ".videotools-";
    internal const string Extension = ".tmp";

    /// <summary>Throws when a file is there and may not be replaced; asked before the work of making the content.</summary>
    /// <exception cref="VideoToolsException">OutputExists.</exception>
    public static void Check(string path, bool force, OutputSubject subject)
    {
        if (!force && File.Exists(path))
        {
            throw subject.Exists(path, null);
        }
    }

    /// <summary>Writes one file or several; those that hold their content already are left as they are, forced or not.</summary>
    /// <param name="subject">What the files hold, for errors.</param>
    /// <param name="force">True replaces files that exist and hold something else.</param>
    /// <param name="files">Absolute paths, and everything the files hold.</param>
    /// <returns>Whether anything had to be written.</returns>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable; everything is as it was before.</exception>
    public static FileOutcome Write(OutputSubject subject, bool force, params (string Path, byte[] Content)[] files)
    {
        files = Array.FindAll(files, file => !Holds(file.Path, file.Content));
        if (files.Length == 0)
        {
            return FileOutcome.Unchanged;
        }

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

            return FileOutcome.Written;
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
        var temporary = "";
        try
        {
            Directory.CreateDirectory(directory);
            temporary = TemporaryNameFor(path);

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
            if (temporary.Length > 0)
            {
                Try(() => File.Delete(temporary));
            }
        }
    }

    // What cannot be read is written anew, or refused by whoever may not.
    private static bool Holds(string path, byte[] content)
    {
        try
        {
            return File.Exists(path) && new FileInfo(path).Length == content.Length
                && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
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

    private static string TemporaryNameFor(string path) => TemporaryFiles.NameIn(Path.GetDirectoryName(path)!, Prefix, Extension);

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
