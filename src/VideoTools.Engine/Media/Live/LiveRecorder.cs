// Method: one ffmpeg child a connection copies packets into pieces (the segment muxer, which also cuts at key frames) and says on its
// stdout which piece is whole. What a container cannot take is encoded: raw pictures of a device, sound of telephones in MP4. It is
// ended by an interrupt, or by the end of what it reads, so that the piece at hand is made whole. On a full drive ffmpeg says so, and may
// go on and call the broken piece whole: with little room left a piece waits for the next word of the child. Cost: of a copy next to
// nothing.
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Encoding;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Live;

/// <summary>Records one live source.</summary>
/// <param name="connection">The source.</param>
/// <param name="container">Container of the pieces.</param>
/// <param name="pattern">Their names, as ffmpeg's pattern of numbers.</param>
internal sealed class LiveRecorder(LiveConnection connection, OutputContainer container, string pattern)
{
    // A piece that is whole comes with its name; the end of a long file is written in less.
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan NoSegments = TimeSpan.FromDays(1000);
    private const long LittleRoom = 1 << 20;

    /// <summary>The encoder of the pictures, "copy" where none is needed.</summary>
    public static string EncoderOf(ProbeResult source) => source.Info.VideoCodec is "rawvideo" ? "libx264" : "copy";

    /// <summary>Records until the time is over or it is cancelled; what was begun is whole then, too.</summary>
    /// <param name="source">What the source gives.</param>
    /// <param name="segment">Length of a piece; null writes one until the source is cut.</param>
    /// <param name="duration">How long, from the moment the source was opened; null for without an end.</param>
    /// <param name="onPiece">Takes the temporary name of each piece that is whole.</param>
    /// <param name="onProgress">Takes the time written.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="VideoToolsException">SourceUnreachable or DiskFull.</exception>
    public void Record(
        ProbeResult source,
        TimeSpan? segment,
        TimeSpan? duration,
        Action<string> onPiece,
        Action<TimeSpan> onProgress,
        CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (duration is { } whole)
        {
            end.CancelAfter(whole > connection.Clock.Elapsed ? whole - connection.Clock.Elapsed : TimeSpan.Zero);
        }

        try
        {
            connection.Stay(
                feed => RecordOnce(source, segment, feed, onPiece, onProgress, end.Token), () => end.IsCancellationRequested, end.Token);
        }
        catch (OperationCanceledException)
        {
            // Over, or not wanted any longer: what is there is whole.
        }
    }

    internal static IReadOnlyList<string> Arguments(
        LiveSource live, ProbeResult source, OutputContainer container, string pattern, TimeSpan? segment)
    {
        List<string> arguments =
        [
            "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+error", "-progress", "pipe:1", "-stats_period", "0.5", "-y",
            .. LiveInput.Options(live), "-map", Invariant($"0:{source.VideoStreamIndex}"),
        ];
        arguments.AddRange(EncoderOf(source) == "copy"
            ? ["-c:v", "copy"]
            : ["-c:v", EncoderOf(source), "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p"]);
        foreach (var (track, index) in source.AudioStreamIndexes.Select((index, track) => (track, index)))
        {
            var codec = source.Info.AudioTracks[track].Codec;
            arguments.AddRange(["-map", Invariant($"0:{index}"), Invariant($"-c:a:{track}")]);
            arguments.Add(container.TakesSound(codec) ? "copy" : container.SoundEncoder);
        }

        return
        [
            .. arguments, "-dn", "-sn", "-max_muxing_queue_size", "4096", "-f", "segment", "-segment_format", container.Muxer,
            "-segment_time", (segment ?? NoSegments).TotalSeconds.ToString("F3", CultureInfo.InvariantCulture), "-reset_timestamps", "1",
            "-segment_list", "pipe:1", "-segment_list_type", "flat", InputSafety.Url(pattern),
        ];
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private string RecordOnce(
        ProbeResult source,
        TimeSpan? segment,
        LiveFeed feed,
        Action<string> onPiece,
        Action<TimeSpan> onProgress,
        CancellationToken cancellationToken)
    {
        var live = connection.Source;
        var tail = new TextTail();
        using var child = ChildProcess.Start(
            connection.Tools.Ffmpeg, Arguments(live, source, container, pattern, segment), tail.Add, feed.Write);
        using var watched = new WatchedStream(child.Output, connection.Silence, child.Kill);
        using var late = new Timer(_ => child.Kill());
        using var onCancel = cancellationToken.Register(() =>
        {
            late.Change(EndLimit, Timeout.InfiniteTimeSpan);
            if (feed.End is not null)
            {
                feed.End();
            }
            else if (!child.Interrupt())
            {
                child.Kill();
            }
        });
        var start = connection.Clock.Elapsed;
        var progress = default(EncodeProgress);
        string? doubtful = null;
        BoundedLineReader.ReadAll(watched, line =>
        {
            if (EncodeOutcome.IsIncomplete(tail))
            {
                child.Kill();
                return;
            }

            if (!line.Contains('=', StringComparison.Ordinal))
            {
                Settle();
                doubtful = line;
                if (!HasLittleRoom())
                {
                    Settle();
                }

                return;
            }

            progress = progress.With(line);
            if (progress.Seconds > 0 && line.StartsWith("progress=", StringComparison.Ordinal))
            {
                connection.OnArrival();
                onProgress(start + TimeSpan.FromSeconds(progress.Seconds));
            }
        });
        child.WaitForExit(EndLimit);
        if (EncodeOutcome.IsIncomplete(tail))
        {
            throw EncodeOutcome.Failed(live.Name, EncoderOf(source), null, tail);
        }

        Settle();
        return watched.HasStalled
            ? FormattableString.Invariant($"Nothing came for {connection.Silence.TotalSeconds:0.#} s.")
            : LiveErrors.Reason(live, tail.ToString());

        void Settle()
        {
            if (doubtful is { } piece)
            {
                doubtful = null;
                onPiece(piece);
            }
        }
    }

    private bool HasLittleRoom()
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(pattern)!).AvailableFreeSpace < LittleRoom;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A share without a letter: not known here.
            return false;
        }
    }
}
