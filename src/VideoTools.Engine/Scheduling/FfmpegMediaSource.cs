using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Scheduling;

/// <summary>
/// Media from files, through ffprobe and ffmpeg. They are looked for when the first file needs them, so that a missing one is that
/// file's error.
/// </summary>
internal sealed class FfmpegMediaSource(EngineOptions options) : IMediaSource
{
    public IMediaSource Open(VideoInput input, JobHost host) =>
        input.Live is { } source ? new LiveMediaSource(options, source, host) : this;

    public ProbeResult Probe(string fullName, bool countFrames, CancellationToken cancellationToken) =>
        Prober.Create(options).Probe(fullName, countFrames, cancellationToken);

    public ProbeResult Probe(string fullName, AcceptedMedia accepted, CancellationToken cancellationToken) =>
        Prober.Create(options).Probe(fullName, countFrames: false, accepted, cancellationToken);

    public DecodeSummary Decode(DecodePlan plan, IDecodeSink sink, CancellationToken cancellationToken) =>
        MediaDecoder.Create(options).Decode(plan, sink, cancellationToken);

    public VideoStill ReadStill(ProbeResult source, TimeSpan at, int longSide, CancellationToken cancellationToken) =>
        StillReader.Create(options).Read(source, at, longSide, cancellationToken);
}
