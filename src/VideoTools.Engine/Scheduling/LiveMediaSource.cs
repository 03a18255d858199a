using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Live;

namespace VideoTools.Engine.Scheduling;

/// <summary>Media from a camera or stream, for one job: opened once, read until its end, never read again.</summary>
internal sealed class LiveMediaSource : IMediaSource, IDisposable
{
    private readonly LiveConnection _connection;
    private readonly LiveDecoder _decoder;
    private readonly LiveSource _source;
    private readonly JobHost _host;

    /// <summary>A source for one job.</summary>
    /// <param name="options">Where ffmpeg lies.</param>
    /// <param name="source">The camera or stream.</param>
    /// <param name="host">The job; is told of cuts and of frames that were dropped.</param>
    public LiveMediaSource(EngineOptions options, LiveSource source, JobHost host)
    {
        (_source, _host) = (source, host);
        _connection = new LiveConnection(options, source, host.Warn, TimeProvider.System);
        _decoder = new LiveDecoder(_connection);
    }

    public ProbeResult Probe(string fullName, bool countFrames, CancellationToken cancellationToken) => _decoder.Probe(cancellationToken);

    public DecodeSummary Decode(DecodePlan plan, IDecodeSink sink, CancellationToken cancellationToken)
    {
        if (plan.AudioTracks.Count > 0)
        {
            throw new VideoToolsException(
                VideoErrorId.SourceInvalid,
                _source.Name,
                $"Of '{_source.Name}' the sound is asked for; a live source is only looked at.",
                "Record it with Export-VideoCapture, and take the file.");
        }

        try
        {
            return _decoder.Decode(plan, sink, cancellationToken);
        }
        finally
        {
            var (received, dropped) = _decoder.Counts;
            Interlocked.Exchange(ref _host.Job.DroppedFrames, dropped);
            if (dropped > 0)
            {
                _host.Warn(FormattableString.Invariant(
                    $"'{_source.Name}': {dropped} of {received} frames were dropped for newer ones: the work is slower than the source."));
            }
        }
    }

    public VideoStill ReadStill(ProbeResult source, TimeSpan at, int longSide, CancellationToken cancellationToken) =>
        throw new NotSupportedException("What was live is gone.");

    public void Dispose() => _connection.Dispose();
}
