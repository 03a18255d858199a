// Method: one thread connects, decodes and connects again; it puts frames into places that are never full (LiveFrames), and the caller's
// thread takes them, so that nothing the analyzers do holds the source back. ffmpeg starts anew with each connection and scales to the
// size that the first one had. Cost: the decoding, two threads. Memory: three frames a stream, whatever the time.
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Decoding.Times;

namespace VideoTools.Engine.Media.Live;

/// <summary>Decodes one live source.</summary>
/// <param name="connection">The source.</param>
internal sealed class LiveDecoder(LiveConnection connection)
{
    private static readonly Rational Microsecond = new(1, 1_000_000);

    private LiveFrames? _frames;

    /// <summary>Frames that came, and those of them that nobody had time for.</summary>
    public (long Received, long Dropped) Counts => _frames is { } frames ? (frames.Received, frames.Dropped) : default;

    /// <summary>Opens the source and looks at what it gives; its time starts then.</summary>
    /// <exception cref="VideoToolsException">SourceInvalid, SourceUnreachable, NoVideoStream or DecoderMissing.</exception>
    public ProbeResult Probe(CancellationToken cancellationToken)
    {
        var result = connection.Probe(cancellationToken);
        return result with
        {
            Info = result.Info with { Duration = TimeSpan.Zero, DurationSeconds = 0, FrameCount = null, TimeBase = Microsecond },
            StartTime = 0,
            VideoEndPts = null,
            LiveSince = connection.Clock.Started,
        };
    }

    /// <summary>Decodes until the plan's end has passed, the sink is satisfied, or it is cancelled.</summary>
    /// <param name="plan">What to deliver; its end counts from the moment the source was opened.</param>
    /// <param name="sink">Who gets it, on this thread.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="VideoToolsException">SourceUnreachable: it never gave a frame.</exception>
    public DecodeSummary Decode(DecodePlan plan, IDecodeSink sink, CancellationToken cancellationToken)
    {
        var clock = connection.Clock;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (plan.To is { } duration)
        {
            end.CancelAfter(duration > clock.Elapsed ? duration - clock.Elapsed : TimeSpan.Zero);
        }

        plan = plan with { From = null, To = null };
        var frames = _frames = new LiveFrames(plan.Stills.Count + 1, clock) { OnArrival = connection.OnArrival };
        Exception? fault = null;
        var reader = new Thread(() => fault = Read(plan, frames, end.Token)) { IsBackground = true, Name = "VideoTools live" };
        reader.Start();
        try
        {
            while (!sink.IsSatisfied && frames.Take(out var stream, out var frame))
            {
                Deliver(sink, stream, frame);
            }
        }
        finally
        {
            end.Cancel();
            frames.Close();
            reader.Join();
        }

        cancellationToken.ThrowIfCancellationRequested();
        return fault is null
            ? new DecodeSummary(frames.SmallFrames, (long)(clock.Elapsed.TotalSeconds * 1e6), Microsecond, 0, RecordStatus.Ok)
            : throw fault;
    }

    private static void Deliver(IDecodeSink sink, int stream, VideoFrame frame)
    {
        try
        {
            if (stream == 0)
            {
                sink.OnFrame(frame);
            }
            else
            {
                sink.OnStill(frame, stream - 1);
            }
        }
        finally
        {
            frame.Release();
        }
    }

    // Gives what ended it, for the other thread to throw; null when it was to end.
    private Exception? Read(DecodePlan plan, LiveFrames frames, CancellationToken cancellationToken)
    {
        try
        {
            var layout = DecodeLayout.Create(plan);
            connection.Stay(feed => ReadOnce(plan, layout, frames, feed, cancellationToken), () => frames.IsSatisfied, cancellationToken);
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
#pragma warning disable CA1031 // Carried over to the thread that takes the frames.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
        finally
        {
            frames.Close();
        }
    }

    // One connection, from its begin to its end. Gives why it ended.
    private string ReadOnce(
        DecodePlan plan, DecodeLayout layout, LiveFrames frames, LiveFeed feed, CancellationToken cancellationToken)
    {
        var source = connection.Source;
        using var child = DecoderProcess.Start(
            connection.Tools,
            DecoderArguments.BuildLive(plan, layout, LiveInput.Options(source)),
            connection.Silence,
            cancellationToken,
            feed: feed.Write);
        try
        {
            var clock = new ContinuousClock(plan.Source.Info.TimeBase, () => null);
            new DecodeRun(plan, layout, frames, clock).Read(child.Output, cancellationToken);
            child.WaitForExit();
        }
        catch (IOException)
        {
            // The child ended within a frame, or was ended: what it said tells why.
        }

        return child.HasStalled
            ? FormattableString.Invariant($"Nothing came for {connection.Silence.TotalSeconds:0.#} s.")
            : LiveErrors.Reason(source, child.Log.Tail);
    }
}
