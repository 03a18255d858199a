using System.Diagnostics;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>Asks ffprobe what a file is: one child a file, JSON out, with a time limit.</summary>
/// <param name="tools">Where ffprobe lies.</param>
/// <param name="timeLimit">Longest time to read a header, 30 s when null (a busy machine is no reason to give up a good file). Counting
/// frames reads the whole file and gets more.</param>
internal sealed class Prober(FfmpegTools tools, TimeSpan? timeLimit = null)
{
    // Counting reads every byte of the file; slower than this is a disk or network that has stopped.
    private const double SlowestBytesPerSecond = 2e6;
    private const int MaxAnswerBytes = 16 << 20;

    private readonly TimeSpan _timeLimit = timeLimit ?? TimeSpan.FromSeconds(30);

    /// <summary>A prober as the options say.</summary>
    /// <exception cref="VideoToolsException"><see cref="VideoErrorId.DecoderMissing"/>.</exception>
    public static Prober Create(EngineOptions options) => new Prober(FfmpegLocator.Locate(options.FfmpegDirectory));

    /// <summary>Probes a file on the calling thread.</summary>
    /// <param name="path">Path of the file; relative ones are resolved against the process's current directory.</param>
    /// <param name="countFrames">True counts the video packets exactly, which reads the whole file.</param>
    /// <param name="cancellationToken">Ends ffprobe and the call.</param>
    /// <exception cref="VideoToolsException">The file cannot be used; the id says why.</exception>
    public ProbeResult Probe(string path, bool countFrames = false, CancellationToken cancellationToken = default) =>
        Probe(path, countFrames, takesPictures: false, cancellationToken);

    /// <summary>Probes a video or, where that is wanted, a picture file, which is a video of one frame.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="countFrames">True counts the video packets exactly.</param>
    /// <param name="takesPictures">True for picture files, too.</param>
    /// <param name="cancellationToken">Ends ffprobe and the call.</param>
    /// <exception cref="VideoToolsException">The file cannot be used; the id says why.</exception>
    public ProbeResult Probe(string path, bool countFrames, bool takesPictures, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        cancellationToken.ThrowIfCancellationRequested();
        var fullName = Path.GetFullPath(path);
        var size = FileChecks.Verify(fullName);
        var picture = takesPictures ? PictureFile.Detect(fullName) : null;
        var limit = countFrames ? _timeLimit + TimeSpan.FromSeconds(size / SlowestBytesPerSecond) : _timeLimit;
        var tail = new TextTail();
        var (answer, exitCode) = Ask(fullName, Arguments(fullName, countFrames, picture?.Format), limit, tail, cancellationToken);
        if (exitCode != 0)
        {
            throw Invalid(fullName, tail);
        }

        try
        {
            using var document = JsonDocument.Parse(answer);
            var result = ProbeParser.Parse(document.RootElement, fullName, size, countFrames);
            return picture is null ? result : picture.Complete(result);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new VideoToolsException(
                VideoErrorId.InvalidVideo,
                fullName,
                $"'{fullName}' was not understood: {e.Message}",
                "Check whether a player can open it.",
                e);
        }
    }

    /// <summary>Probes a file and, where it is HDR, its first frames: many files name the screen they were made on nowhere else.</summary>
    /// <exception cref="VideoToolsException">The file cannot be used; the id says why.</exception>
    public ProbeResult ProbeForEncoding(string path, CancellationToken cancellationToken)
    {
        var result = Probe(path, countFrames: false, cancellationToken);
        if (!result.Info.IsHdr || result.Hdr is not null)
        {
            return result;
        }

        string[] arguments =
        [
            "-hide_banner", "-loglevel", "error", "-print_format", "json", "-show_frames", "-read_intervals", "%+#4",
            "-select_streams", FormattableString.Invariant($"{result.VideoStreamIndex}"), "-show_entries", "frame=side_data_list",
            .. InputSafety.InputOptions, "-i", InputSafety.Url(result.Info.FullName),
        ];
        var (answer, _) = Ask(result.Info.FullName, arguments, _timeLimit, new TextTail(), cancellationToken);
        try
        {
            using var document = JsonDocument.Parse(answer);
            return document.RootElement.TryGetProperty("frames", out var frames)
                ? result with { Hdr = frames.EnumerateArray().Select(HdrMetadata.Parse).FirstOrDefault(hdr => hdr is not null) }
                : result;
        }
        catch (JsonException)
        {
            return result; // The video is fine without it.
        }
    }

    /// <summary>Asks what a live source gives; how it is led to it is for the caller to say.</summary>
    /// <param name="name">What the source is called.</param>
    /// <param name="input">Options up to and with the input.</param>
    /// <param name="feed">Writes the child's standard input; null for nothing.</param>
    /// <param name="tail">Takes the child's messages.</param>
    /// <param name="cancellationToken">Ends ffprobe and the call.</param>
    /// <returns>The answer; null when it cannot be opened.</returns>
    /// <exception cref="VideoToolsException">ProbeTimeout or NoVideoStream.</exception>
    public ProbeResult? ProbeLive(
        string name, IReadOnlyList<string> input, Action<Stream>? feed, TextTail tail, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "-hide_banner", "-loglevel", "error", "-print_format", "json",
            "-show_program_version", "-show_format", "-show_streams", .. input,
        ];
        var (answer, exitCode) = Ask(name, arguments, _timeLimit, tail, cancellationToken, feed);
        try
        {
            using var document = JsonDocument.Parse(answer);
            return exitCode == 0 ? ProbeParser.Parse(document.RootElement, name, 0, counted: false) : null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    private (ReadOnlyMemory<byte> Answer, int ExitCode) Ask(
        string fullName,
        IReadOnlyList<string> arguments,
        TimeSpan limit,
        TextTail tail,
        CancellationToken cancellationToken,
        Action<Stream>? feed = null)
    {
        using var child = ChildProcess.Start(tools.Ffprobe, arguments, tail.Add, feed);
        var started = Stopwatch.GetTimestamp();
        using var timer = new CancellationTokenSource(limit);
        using var onTimer = timer.Token.Register(child.Kill);
        using var onCancel = cancellationToken.Register(child.Kill);
        using var answer = new MemoryStream();
        var buffer = new byte[16384];
        int read;
        while ((read = child.Output.Read(buffer)) > 0)
        {
            answer.Write(buffer, 0, read);
            if (answer.Length > MaxAnswerBytes)
            {
                throw new VideoToolsException(
                    VideoErrorId.InvalidVideo,
                    fullName,
                    $"The header of '{fullName}' describes more than any video has.",
                    "The file is damaged or hostile.");
            }
        }

        var remaining = limit - Stopwatch.GetElapsedTime(started);
        var exitCode = child.WaitForExit(remaining > TimeSpan.FromSeconds(1) ? remaining : TimeSpan.FromSeconds(1));
        cancellationToken.ThrowIfCancellationRequested();
        return child.WasKilled || exitCode is null
            ? throw new VideoToolsException(
                VideoErrorId.ProbeTimeout,
                fullName,
                $"Reading the header of '{fullName}' took longer than {limit.TotalSeconds:0} s.",
                "Check the drive or network it lies on.")
            : (answer.GetBuffer().AsMemory(0, (int)answer.Length), exitCode.Value);
    }

    internal static IReadOnlyList<string> Arguments(string fullName, bool countFrames, string? pictureFormat = null)
    {
        List<string> arguments =
        [
            "-hide_banner", "-loglevel", "error", "-print_format", "json",
            "-show_program_version", "-show_format", "-show_streams", "-show_chapters",
            .. InputSafety.OptionsFor(pictureFormat),
        ];
        if (countFrames)
        {
            arguments.Add("-count_packets");
        }

        arguments.AddRange(["-i", InputSafety.Url(fullName)]);
        return arguments;
    }

    private static VideoToolsException Invalid(string fullName, TextTail tail)
    {
        var text = tail.ToString();
        var action = text.Contains("not on whitelist", StringComparison.Ordinal)
            ? "Playlists, scripts, pictures and rare formats are not opened; name the video file itself."
            : text.Contains("moov atom not found", StringComparison.Ordinal)
                ? "The file was cut off before its index was written; copy or download it again."
                : "Check whether a player can open it; it may be damaged or not a video.";
        return new VideoToolsException(VideoErrorId.InvalidVideo, fullName, $"'{fullName}' is no readable video. ffprobe: {text}", action);
    }
}
