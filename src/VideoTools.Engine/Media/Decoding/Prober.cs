using System.Diagnostics;
using VideoTools.Engine.Media.Decoding.Plain;
using VideoTools.Engine.Media.Decoding.Times;
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
    private const double LateStartSeconds = 0.5;
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
        Probe(path, countFrames, AcceptedMedia.Video, cancellationToken);

    /// <summary>Probes a video or, where that is wanted, a picture file (a video of one frame) or a file with sound only.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="countFrames">True counts the video packets exactly.</param>
    /// <param name="accepted">What it may be.</param>
    /// <param name="cancellationToken">Ends ffprobe and the call.</param>
    /// <exception cref="VideoToolsException">The file cannot be used; the id says why.</exception>
    public ProbeResult Probe(string path, bool countFrames, AcceptedMedia accepted, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        cancellationToken.ThrowIfCancellationRequested();
        var fullName = Path.GetFullPath(path);
        var size = FileChecks.Verify(fullName);
        var picture = accepted == AcceptedMedia.VideoOrPicture ? PictureFile.Detect(fullName) : null;
        if (!countFrames && picture is null && FfmpegBuild.Known(tools) is { } build && Mp4Header.Describe(fullName, size) is { } plain)
        {
            using var header = JsonDocument.Parse(plain);
            return ProbeParser.Parse(header.RootElement, fullName, size) with { Build = build };
        }

        var tail = new TextTail();
        var (answer, exitCode) = Ask(fullName, Arguments(fullName, picture?.Format), _timeLimit, tail, cancellationToken);
        if (exitCode != 0)
        {
            throw ChildEnd.Error(exitCode, fullName, "ffprobe") ?? ProbeFailure.Of(fullName, tail.ToString());
        }

        try
        {
            using var document = JsonDocument.Parse(answer);
            var result = ProbeParser.Parse(document.RootElement, fullName, size, accepted);
            result.Build.Keep(tools);
            if (picture is not null)
            {
                return picture.Complete(result);
            }

            result = WithOwnStart(result, cancellationToken);
            return countFrames ? Count(result, cancellationToken) : result;
        }
        catch (VideoToolsException e) when (e.Error.Id == VideoErrorId.NoVideoStream && ProbeFailure.IsTooLarge(tail.ToString()))
        {
            throw ProbeFailure.Of(fullName, tail.ToString());
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

    // Counts what is shown, by the packets: that reads the whole file.
    private ProbeResult Count(ProbeResult result, CancellationToken cancellationToken)
    {
        var info = result.Info;
        if (result.HasHiddenFrames)
        {
            return FrameCounter.Apply(result, Shown(result, cancellationToken));
        }

        var stall = TimeSpan.FromSeconds(30 + (info.Length / SlowestBytesPerSecond));
        return new PacketReader(tools, stall).Read(result, until: null, cancellationToken) is { } times
            ? FrameCounter.Apply(result, times)
            : FrameCounter.Apply(result, Shown(result, cancellationToken));
    }

    // Where packets do not tell what is shown, or have no times, the frames are decoded.
    private PacketTimes Shown(ProbeResult result, CancellationToken cancellationToken)
    {
        var plan = new DecodePlan { Source = result, AnalysisLongSide = 2, AnalysisFormat = FrameFormat.Gray8 };
        var sink = new FrameCounter();
        var summary = new MediaDecoder(tools).Decode(plan, sink, cancellationToken);
        return sink.Times(summary, result.Info.TimeBase);
    }

    // Matroska: some writers give the length, others the time of the end. What differs is told by the last packets.
    private ProbeResult WithOwnStart(ProbeResult result, CancellationToken cancellationToken)
    {
        var info = result.Info;
        if (!(result.StartTime > LateStartSeconds) || info.DurationSeconds is not { } told
            || !info.Container.StartsWith("matroska", StringComparison.Ordinal))
        {
            return result;
        }

        string[] arguments =
        [
            "-hide_banner", "-loglevel", "error", "-print_format", "csv=print_section=0",
            "-read_intervals", FormattableString.Invariant($"{result.StartTime + told - 1:F3}%"),
            "-show_entries", "packet=pts_time", .. InputSafety.InputOptions, "-i", InputSafety.Url(info.FullName),
        ];
        var (answer, _) = Ask(info.FullName, arguments, _timeLimit, new TextTail(), cancellationToken);
        var last = System.Text.Encoding.ASCII.GetString(answer.Span)
            .Split(['\n', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var time) ? time : 0)
            .DefaultIfEmpty(0)
            .Max();
        var isEnd = Math.Abs(last - told) < Math.Abs(last - result.StartTime - told);
        double? seconds = isEnd && told > result.StartTime ? told - result.StartTime : told;
        return result with { Info = info with { DurationSeconds = seconds, Duration = ProbeParser.ToTime(seconds) } };
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
            return exitCode == 0 ? ProbeParser.Parse(document.RootElement, name, 0) : null;
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
        // One thread: more decode pictures ahead, only to look at the first (2.2 GB of an 8192 x 8192 PNG with 64 bits, not 0.6).
        using var child = ChildProcess.Start(tools.Ffprobe, ["-threads", "1", .. arguments], tail.Add, feed);
        child.LimitMemory(DecoderMemory.StandardLimit);
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

    internal static IReadOnlyList<string> Arguments(string fullName, string? pictureFormat = null) =>
        [
            "-hide_banner", "-loglevel", "error", "-print_format", "json",
            "-show_program_version", "-show_format", "-show_streams", "-show_chapters",
            .. InputSafety.OptionsFor(pictureFormat), "-i", InputSafety.Url(fullName),
        ];
}
