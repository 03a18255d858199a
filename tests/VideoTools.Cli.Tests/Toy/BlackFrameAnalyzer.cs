using VideoTools.Engine.Features;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Cli.Tests.Toy;

/// <summary>Emits every frame whose mean luma lies below the threshold.</summary>
internal sealed class BlackFrameAnalyzer(BlackFrameOptions options) : IAnalyzer
{
    private AnalysisContext _context = null!;

    public void Begin(AnalysisContext context) => _context = context;

    public void OnFrame(VideoFrame frame)
    {
        var luma = (double)MotionKernels.Sum(frame.Y) / frame.Y.Length;
        if (luma < options.Threshold)
        {
            _context.Emit(new BlackFrame { FullName = _context.Info.FullName, Index = frame.Index, Seconds = frame.Seconds, Luma = luma });
        }
    }

    public void Complete(DecodeSummary summary)
    {
    }
}
