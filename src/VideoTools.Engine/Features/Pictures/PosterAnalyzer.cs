// Method: every picture delivered is kept until there are twice as many as wanted; then every other one goes, and from there on only every
// second one delivered is kept, and so on. So what is left is evenly spread over a video of any length, and the memory is flat: at most
// 31 files of some 10 to 100 kB.
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Pictures;

/// <summary>Emits 16 to 31 pictures of a long video, all that were delivered of a short one.</summary>
internal sealed class PosterAnalyzer : IAnalyzer
{
    private const int Wanted = 16;

    private readonly List<VideoStill> _kept = [];
    private AnalysisContext _context = null!;
    private long _delivered;
    private int _step = 1;

    public void Begin(AnalysisContext context) => _context = context;

    public void OnStill(VideoFrame frame)
    {
        if (_delivered++ % _step != 0)
        {
            return;
        }

        _kept.Add(new VideoStill
        {
            FullName = _context.Info.FullName,
            Seconds = frame.Seconds,
            Width = frame.Width,
            Height = frame.Height,
            Jpeg = frame.Y.ToArray(),
        });
        if (_kept.Count == 2 * Wanted)
        {
            _step *= 2;
            for (var i = _kept.Count - 1; i > 0; i -= 2)
            {
                _kept.RemoveAt(i);
            }
        }
    }

    public void Complete(DecodeSummary summary) => _kept.ForEach(_context.Emit);
}
