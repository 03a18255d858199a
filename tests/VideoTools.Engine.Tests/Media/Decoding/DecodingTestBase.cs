using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Tests.Media.Decoding;

/// <summary>Probing and decoding in one line.</summary>
public abstract class DecodingTestBase
{
    internal static FfmpegTools Tools { get; } = FfmpegLocator.Locate();

    internal static ProbeResult Probe(string path, bool count = false) => new Prober(Tools).Probe(path, count);

    internal static (CollectingSink Sink, DecodeSummary Summary) Decode(string path, Func<DecodePlan, DecodePlan>? change = null)
    {
        var plan = new DecodePlan { Source = Probe(path), AnalysisLongSide = 64 };
        var sink = new CollectingSink();
        var summary = new MediaDecoder(Tools).Decode(change is null ? plan : change(plan), sink);
        return (sink, summary);
    }
}
