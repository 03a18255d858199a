// Method: a connection that ends is made anew after 0.5 s, then after twice as long each time, up to 30 s; the user is told when the
// source was cut and when it is back. One that never gave anything is given up after ten seconds. Cost: none.
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Live;

/// <summary>One live source for as long as it is wanted: looked at once, connected to again and again.</summary>
/// <param name="options">Where ffmpeg lies, how long a silence may be.</param>
/// <param name="source">The source.</param>
/// <param name="warn">Takes what the user should know.</param>
/// <param name="time">Tells the time.</param>
internal sealed class LiveConnection(EngineOptions options, LiveSource source, Action<string> warn, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(10);

    private LivePipe? _pipe;
    private LivePipe? _keeper;
    private TimeSpan? _cut;
    private long _arrivals;

    /// <summary>Where ffmpeg lies.</summary>
    public FfmpegTools Tools { get; } = FfmpegLocator.Locate(options.FfmpegDirectory);

    /// <summary>The source.</summary>
    public LiveSource Source => source;

    /// <summary>Its clock, which starts when it has been looked at.</summary>
    public LiveClock Clock { get; private set; } = new(time);

    /// <summary>Longest silence. A pipe that is silent is not cut: its writer would die if it were closed.</summary>
    public TimeSpan Silence => source.Kind == LiveSourceKind.Pipe ? Timeout.InfiniteTimeSpan
        : options.StallTimeout > TimeSpan.Zero && options.StallTimeout < LongestSilence ? options.StallTimeout
        : LongestSilence;

    /// <summary>Opens the source and looks at what it gives.</summary>
    /// <exception cref="VideoToolsException">SourceInvalid, SourceUnreachable, NoVideoStream or DecoderMissing.</exception>
    public ProbeResult Probe(CancellationToken cancellationToken)
    {
        _pipe = source.Kind == LiveSourceKind.Pipe ? LivePipe.Open(source) : null;
        var tail = new TextTail();
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            var limit = source.Kind == LiveSourceKind.Pipe ? options.StallTimeout : Silence + Silence;
            var result = new Prober(Tools, limit > TimeSpan.Zero ? limit : null).ProbeLive(
                source.Name, LiveInput.Options(source), Feed(_pipe, isProbe: true, reading.Token), tail, cancellationToken)
                ?? throw LiveErrors.Unreachable(source, LiveErrors.Reason(source, tail.ToString()));
            Clock = new LiveClock(time);
            return result;
        }
        catch (VideoToolsException exception) when (exception.Error.Id == VideoErrorId.ProbeTimeout)
        {
            throw LiveErrors.Unreachable(source, "It gave no picture in time.");
        }
        finally
        {
            reading.Cancel();
        }
    }

    /// <summary>Connects, and again whenever a connection ends, until it is cancelled or enough.</summary>
    /// <param name="connect">Works through one connection, with what feeds the child; gives why it ended.</param>
    /// <param name="isEnough">True when no other connection is wanted.</param>
    /// <param name="cancellationToken">Ends the waiting; a connection ends by what it was made with.</param>
    /// <exception cref="VideoToolsException">SourceUnreachable: nothing ever came.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Stay(Func<LiveFeed, string> connect, Func<bool> isEnough, CancellationToken cancellationToken)
    {
        var wait = FirstWait;
        while (!isEnough())
        {
            var before = Interlocked.Read(ref _arrivals);
            var reason = Connect(connect, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (isEnough())
            {
                return;
            }

            var now = Interlocked.Read(ref _arrivals);
            if (now == 0 && Clock.Elapsed > LongestSilence)
            {
                throw LiveErrors.Unreachable(source, reason);
            }

            wait = now > before ? FirstWait : wait;
            SayCut(reason);
            cancellationToken.WaitHandle.WaitOne(wait);
            wait = wait + wait > LongestWait ? LongestWait : wait + wait;
        }
    }

    /// <summary>Something came: the source is there.</summary>
    public void OnArrival()
    {
        Interlocked.Increment(ref _arrivals);
        if (_cut is { } cut)
        {
            _cut = null;
            warn(string.Create(
                CultureInfo.InvariantCulture,
                $"'{source.Name}' is back at {time.GetUtcNow():u}; {(Clock.Elapsed - cut).TotalSeconds:0.0} s are missing."));
        }
    }

    public void Dispose()
    {
        _pipe?.Dispose();
        _keeper?.Dispose();
    }

    private string Connect(Func<LiveFeed, string> connect, CancellationToken cancellationToken)
    {
        Clock.Reconnect();

        // Between two connections somebody must hold the pipe: a writer that comes back there would die of it.
        _keeper ??= source.Kind == LiveSourceKind.Pipe && !OperatingSystem.IsWindows() && File.Exists(source.Reveal())
            ? LivePipe.Open(source) : null;
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            using var pipe = source.Kind == LiveSourceKind.Pipe ? Interlocked.Exchange(ref _pipe, null) ?? LivePipe.Open(source) : null;
            try
            {
                return connect(new LiveFeed(Feed(pipe, isProbe: false, reading.Token), pipe is null ? null : reading.Cancel));
            }
            finally
            {
                reading.Cancel();
            }
        }
        catch (VideoToolsException exception) when (exception.Error.Id == VideoErrorId.SourceUnreachable)
        {
            return exception.Message;
        }
    }

    private Action<Stream>? Feed(LivePipe? pipe, bool isProbe, CancellationToken cancellationToken) =>
        pipe is not null ? stream => pipe.CopyTo(stream, keeps: isProbe, cancellationToken)
        : LiveInput.Script(source, isKnown: !isProbe) is { } script ? stream => stream.Write(script)
        : null;

    private void SayCut(string reason)
    {
        if (_cut is null)
        {
            _cut = Clock.Elapsed;
            warn(string.Create(
                CultureInfo.InvariantCulture,
                $"'{source.Name}' was cut at {time.GetUtcNow():u}, {_cut.Value.TotalSeconds:0.0} s after its start, and is tried again "
                + $"until it is back: {reason}"));
        }
    }
}
