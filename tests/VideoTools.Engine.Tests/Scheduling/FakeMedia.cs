using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Tests.Scheduling;

/// <summary>Ten made-up frames instead of ffmpeg, and a count of what was asked for.</summary>
internal sealed class FakeMedia : IMediaSource
{
    private static readonly Rational TimeBase = new(1, 25);

    public int Probes { get; private set; }

    public int Decodes { get; private set; }

    /// <summary>The plan of the last decode.</summary>
    public DecodePlan? Plan { get; private set; }

    /// <summary>What the decode says at its end.</summary>
    public RecordStatus Status { get; init; }

    /// <summary>Called in the middle of a decode.</summary>
    public Action Meanwhile { get; set; } = () => { };

    public ProbeResult Probe(string fullName, bool countFrames, CancellationToken cancellationToken)
    {
        Probes++;
        return new ProbeResult
        {
            Info = new VideoInfo
            {
                FullName = fullName, Container = "test", Width = 640, Height = 360, FrameRate = new Rational(25, 1), TimeBase = TimeBase,
            },
            VideoStreamIndex = 0,
            AudioStreamIndexes = [],
        };
    }

    public VideoStill ReadStill(ProbeResult source, TimeSpan at, int longSide, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public DecodeSummary Decode(DecodePlan plan, IDecodeSink sink, CancellationToken cancellationToken)
    {
        Decodes++;
        Plan = plan;
        for (var i = 0; i < 10 && !sink.IsSatisfied; i++)
        {
            var frame = new VideoFrame(new byte[320 * 180 * 3 / 2], null, FrameFormat.Yuv420P, 320, 180, i, i, TimeBase);
            sink.OnFrame(frame);
            frame.Release();
        }

        Meanwhile();
        return new DecodeSummary(10, 10, TimeBase, Status == RecordStatus.Damaged ? 1 : 0, Status);
    }
}
