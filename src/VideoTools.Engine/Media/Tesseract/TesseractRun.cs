// Method: one child process per language for many lines: the pictures lie as PGM files in a folder of our own, a file lists them, and
// the words come as a table (TesseractTable). Each picture is one line of text (page segmentation mode 7). One thread: on small pictures
// its threads only wait for each other. The child gets local files, no shell, no more memory than set here, and is ended when the work
// is stopped, when it takes too long, or when it prints more than lines can hold; the folder is gone in every case.
// Cost: about 0.1 s to start with one language, then 20 to 40 ms a line.
using System.Diagnostics;
using VideoTools.Engine.Files;
using VideoTools.Engine.Media.Ffmpeg;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Media.Tesseract;

/// <summary>Runs the program once.</summary>
internal static class TesseractRun
{
    private const int MostBytes = 4 << 20;
    private const long MemoryLimit = 2L << 30;

    private static readonly Dictionary<string, string> OneThread = new() { ["OMP_THREAD_LIMIT"] = "1" };

    /// <summary>Reads pictures of lines.</summary>
    /// <param name="executable">The program.</param>
    /// <param name="language">Name of the language data; several joined by plus signs.</param>
    /// <param name="pictures">The pictures.</param>
    /// <param name="patience">How long it may take in all.</param>
    /// <returns>A line a picture; without lines, what went wrong.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static (IReadOnlyList<TesseractLine>? Lines, string? Problem) Read(
        string executable, string language, IReadOnlyList<GreyPicture> pictures, TimeSpan patience)
    {
        try
        {
            using var folder = new ScratchFolder();
            var names = pictures.Select((picture, i) =>
                folder.Write(string.Create(CultureInfo.InvariantCulture, $"{i:0000}.pgm"), picture.ToPgm()));
            var list = folder.Write("list.txt", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', names) + "\n"));
            var (output, problem) = Run(
                executable, [list, "-", "-l", language, "--psm", "7", "--dpi", "150", "-c", "tessedit_create_tsv=1"], patience);
            return problem is not null ? (null, problem)
                : TesseractTable.Parse(output!, pictures.Count) is { } lines ? (lines, null)
                : (null, "it printed something else than a table of words");
        }
        catch (IOException full)
        {
            return (null, full.Message);
        }
    }

    /// <summary>Runs it and takes what it prints.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static (string? Output, string? Problem) Run(string executable, IReadOnlyList<string> arguments, TimeSpan patience)
    {
        var said = new TextTail(lines: 3, lineLength: 200);
        var stop = CurrentWork.Stop;
        stop.ThrowIfCancellationRequested();
        ChildProcess child;
        try
        {
            child = ChildProcess.Start(executable, arguments, said.Add, environment: OneThread);
        }
        catch (VideoToolsException missing)
        {
            return (null, missing.Message);
        }

        using (child)
        {
            child.LimitMemory(MemoryLimit);
            var watch = Stopwatch.StartNew();
            using var onStop = stop.Register(child.Kill);
            using var limit = new Timer(_ => child.Kill(), null, patience, Timeout.InfiniteTimeSpan);
            var output = ReadAll(child);
            var code = output is null ? null : child.WaitForExit(TimeSpan.FromSeconds(5));
            stop.ThrowIfCancellationRequested();
            return output is null ? (null, "it printed without end")
                : child.WasKilled || code is null ? (null, string.Create(
                    CultureInfo.InvariantCulture, $"it did not end within {Math.Max(1, watch.Elapsed.TotalSeconds):0} s"))
                : code != 0 ? (null, ChildEnd.FromOutside(code)
                    ?? string.Create(
                        CultureInfo.InvariantCulture, $"it ended with code {code}: {said.ToString().ReplaceLineEndings(" ")}"))
                : (System.Text.Encoding.UTF8.GetString(output), null);
        }
    }

    // Null when it is more than lines can hold.
    private static byte[]? ReadAll(ChildProcess child)
    {
        using var all = new MemoryStream();
        var buffer = new byte[16384];
        try
        {
            for (int read; (read = child.Output.Read(buffer)) > 0;)
            {
                all.Write(buffer, 0, read);
                if (all.Length > MostBytes)
                {
                    child.Kill();
                    return null;
                }
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // It was ended: its exit says so.
        }

        return all.ToArray();
    }
}
