using System.Collections.Concurrent;
using VideoTools.Engine.Files;

namespace VideoTools.Engine.Media.Tesseract;

/// <summary>
/// An installed Tesseract: the one that was named, else that of VIDEOTOOLS_TESSERACT, else that on PATH. One that was named but is not
/// there is a problem, no reason to look on: another program than the one asked for must never run silently.
/// </summary>
internal sealed class TesseractProgram
{
    /// <summary>Environment variable that names the program or its directory.</summary>
    public const string EnvironmentVariable = "VIDEOTOOLS_TESSERACT";

    private static readonly TimeSpan PatienceToList = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan PatienceToStart = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PatienceForALine = TimeSpan.FromSeconds(2);

    // Asked once a process; another installation is another key.
    private static readonly ConcurrentDictionary<string, (IReadOnlyList<string> Languages, string? Problem)> Known =
        new(StringComparer.Ordinal);

    private readonly TimeSpan? _patience;

    /// <summary>A program at a path.</summary>
    /// <param name="executable">The path.</param>
    /// <param name="patience">How long a run may take; null for what its lines need.</param>
    public TesseractProgram(string executable, TimeSpan? patience = null)
    {
        (Executable, _patience) = (executable, patience);
        var file = new FileInfo(executable);
        Key = string.Create(CultureInfo.InvariantCulture,
            $"{file.FullName}:{(file.Exists ? file.Length : 0)}:{file.LastWriteTimeUtc.Ticks}:"
                + $"{Environment.GetEnvironmentVariable("TESSDATA_PREFIX")}");
    }

    /// <summary>Absolute path.</summary>
    public string Executable { get; }

    /// <summary>Names of the language data it has ("deu", "Latin"); none when it cannot be asked.</summary>
    public IReadOnlyList<string> Languages => Listing.Languages;

    /// <summary>Why it cannot be asked; null when it can.</summary>
    public string? Problem => Listing.Problem;

    /// <summary>Changes when it or its languages do.</summary>
    public string Fingerprint => $"{Key}:{string.Join(',', Languages)}";

    private string Key { get; }

    private (IReadOnlyList<string> Languages, string? Problem) Listing => Known.GetOrAdd(Key, _ => List());

    /// <summary>Finds it.</summary>
    /// <param name="named">The program or its directory; null for none.</param>
    /// <returns>Null and why, when there is none.</returns>
    public static (TesseractProgram? Program, string? Problem) Find(string? named) =>
        Find(named, Environment.GetEnvironmentVariable);

    internal static (TesseractProgram? Program, string? Problem) Find(string? named, Func<string, string?> environment)
    {
        if (!string.IsNullOrWhiteSpace(named))
        {
            return At(named) is { } program ? (program, null) : (null, $"There is no tesseract at '{named}'.");
        }

        var variable = environment(EnvironmentVariable);
        if (!string.IsNullOrWhiteSpace(variable))
        {
            return At(variable) is { } program ? (program, null)
                : (null, $"There is no tesseract at '{variable}' ({EnvironmentVariable}).");
        }

        foreach (var folder in SearchPath.Folders(environment))
        {
            if (At(folder) is { } found)
            {
                return (found, null);
            }
        }

        return (null, "Tesseract was not found.");
    }

    /// <summary>Reads pictures of lines with one language.</summary>
    /// <returns>A line a picture; without lines, what went wrong.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public (IReadOnlyList<TesseractLine>? Lines, string? Problem) Read(string language, IReadOnlyList<GreyPicture> pictures) =>
        TesseractRun.Read(Executable, language, pictures, _patience ?? PatienceToStart + (PatienceForALine * pictures.Count));

    private static TesseractProgram? At(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            var inside = Path.Combine(full, OperatingSystem.IsWindows() ? "tesseract.exe" : "tesseract");
            return File.Exists(full) ? new TesseractProgram(full) : File.Exists(inside) ? new TesseractProgram(inside) : null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or IOException)
        {
            return null; // A malformed PATH entry is skipped, as shells do.
        }
    }

    // A headline, then a name a line; some versions print them as messages.
    private (IReadOnlyList<string> Languages, string? Problem) List()
    {
        var (output, problem) = TesseractRun.Run(Executable, ["--list-langs"], _patience ?? PatienceToList);
        return ([.. (output ?? "").Split('\n').Skip(1).Select(line => line.Trim()).Where(IsName)], problem);
    }

    private static bool IsName(string line) =>
        line.Length is > 0 and < 40 && line.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '/' or '-');
}
