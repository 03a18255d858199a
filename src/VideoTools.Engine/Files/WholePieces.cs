// Method: a child writes pieces under numbered temporary names in the directory they belong in; each gets its own name by a rename when
// the child has said that it is whole. What is left at the end was not, and is deleted. Cost: a rename a piece.
namespace VideoTools.Engine.Files;

/// <summary>Files that something else makes one after another, each of them whole or not there.</summary>
internal sealed class WholePieces : IDisposable
{
    private readonly OutputSubject _subject;
    private readonly bool _force;
    private readonly string _directory;
    private readonly string _stem = WholeFiles.Prefix + FormattableString.Invariant($"{Environment.ProcessId}-{Guid.NewGuid():N}-");

    /// <summary>Makes the directory where it is missing and sees whether it takes files.</summary>
    /// <param name="subject">What the files hold, for errors.</param>
    /// <param name="force">True replaces files that exist.</param>
    /// <param name="directory">Absolute path.</param>
    /// <exception cref="VideoToolsException">OutputUnwritable.</exception>
    public WholePieces(OutputSubject subject, bool force, string directory)
    {
        (_subject, _force, _directory) = (subject, force, directory);
        try
        {
            Directory.CreateDirectory(directory);
            TemporaryFiles.Sweep(directory);
            File.WriteAllBytes(NameOf(0), []);
            File.Delete(NameOf(0));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw subject.Unwritable(directory, exception);
        }
    }

    /// <summary>The temporary names as ffmpeg's pattern of numbers.</summary>
    public string Pattern => Path.Combine(_directory.Replace("%", "%%", StringComparison.Ordinal), _stem + "%06d" + WholeFiles.Extension);

    /// <summary>Gives a whole piece its name.</summary>
    /// <param name="temporary">Name or path of the temporary file.</param>
    /// <param name="path">Absolute path.</param>
    /// <exception cref="VideoToolsException">OutputExists or OutputUnwritable.</exception>
    public void Publish(string temporary, string path)
    {
        try
        {
            File.Move(Path.Combine(_directory, Path.GetFileName(temporary)), path, overwrite: _force);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw !_force && File.Exists(path) ? _subject.Exists(path, exception) : _subject.Unwritable(path, exception);
        }
    }

    public void Dispose()
    {
        try
        {
            foreach (var file in Directory.EnumerateFiles(_directory, _stem + "*" + WholeFiles.Extension))
            {
                File.Delete(file);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Deleted as abandoned by a later run.
        }
    }

    private string NameOf(int number) =>
        Path.Combine(_directory, _stem + number.ToString("D6", CultureInfo.InvariantCulture) + WholeFiles.Extension);
}
