using VideoTools.Engine.Decoding;
using VideoTools.Engine.Decoding.Ffmpeg;

namespace VideoTools.Engine.Tests.Decoding;

/// <summary>Probing and decoding in one line.</summary>
public abstract class DecodingTestBase
{
    protected static FfmpegTools Tools { get; } = FfmpegLocator.Locate();

    protected static ProbeResult Probe(string path, bool count = false) => new Prober(Tools).Probe(path, count);

    internal static (CollectingSink Sink, DecodeSummary Summary) Decode(string path, Func<DecodePlan, DecodePlan>? change = null)
    {
        var plan = new DecodePlan { Source = Probe(path), AnalysisLongSide = 64 };
        var sink = new CollectingSink();
        var summary = new MediaDecoder(Tools).Decode(change is null ? plan : change(plan), sink);
        return (sink, summary);
    }
}
