using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Scheduling;

/// <summary>Where a job gets its media from: ffmpeg in production, made-up frames in tests of the scheduling.</summary>
internal interface IMediaSource
{
    /// <summary>Where the media of an input come from: here, unless it is live.</summary>
    IMediaSource Open(VideoInput input, JobHost host) => this;

    /// <summary>Reads the header of a file.</summary>
    ProbeResult Probe(string fullName, bool countFrames, CancellationToken cancellationToken);

    /// <summary>Reads the header of a video, or of what else is accepted.</summary>
    ProbeResult Probe(string fullName, AcceptedMedia accepted, CancellationToken cancellationToken) =>
        Probe(fullName, countFrames: false, cancellationToken);

    /// <summary>Runs one decode on the calling thread.</summary>
    DecodeSummary Decode(DecodePlan plan, IDecodeSink sink, CancellationToken cancellationToken);

    /// <summary>Reads one picture.</summary>
    VideoStill ReadStill(ProbeResult source, TimeSpan at, int longSide, CancellationToken cancellationToken);
}
