using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Activity;

/// <summary>Measures every frame and emits one <see cref="PictureTrack"/> at the end; none without a frame.</summary>
internal sealed class PictureTrackAnalyzer(ActivityMeasure measure) : IAnalyzer
{
    private readonly BoundedSeries _series = new();
    private AnalysisContext _context = null!;
    private PictureMeter? _meter;
    private VideoFrame? _previous;
    private long _first;
    private long _count;

    /// <inheritdoc/>
    public void Begin(AnalysisContext context) => _context = context;

    /// <inheritdoc/>
    public void OnFrame(VideoFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (_meter is null)
        {
            _meter = new PictureMeter(measure, frame.Width, frame.Height);
            _first = frame.Index;
        }

        var (total, counts) = _meter.Measure(_previous, frame);
        _series.Add(frame.Pts, total, counts ? 1 : 0);
        _count++;
        _previous?.Release();
        _previous = frame.Retain();
    }

    /// <inheritdoc/>
    public void Complete(DecodeSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (_meter is null || _previous is null)
        {
            return;
        }

        _context.Emit(new PictureTrack
        {
            UnitsPerLevel = _meter.UnitsPerLevel,
            IsOfPairs = measure == ActivityMeasure.Motion,
            TimeBase = _previous.TimeBase,
            FirstFrame = _first,
            FrameCount = _count,
            FramesPerBin = _series.ValuesPerBin,
            EndPts = Math.Max(_previous.Pts, MediaTime.ToPts(summary.End, _previous.TimeBase)),
            Status = summary.Status,
            Starts = _series.Starts,
            Totals = _series.Totals,
            Counts = _series.Counts,
        });
        _previous.Release();
        _previous = null;
    }
}
