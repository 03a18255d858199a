// Colour, brightness and motion of a whole video.
// Method: sums of each plane a frame (mean colour, brightness by Welford's running variance), a joint colour histogram
// (ColorHistogram), the sum of absolute luma differences a frame pair, pairs across cuts left out (CutGate).
// Units: see VisualSummary. Cost: three passes of vector sums over the frame, a counter update for every eighth pixel.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Visual;

/// <summary>Looks at every frame and emits one <see cref="VisualSummary"/> at the end; none without a frame.</summary>
internal sealed class VisualAnalyzer : IAnalyzer
{
    private readonly ColorHistogram _histogram = new();
    private readonly CutGate _gate = new();
    private AnalysisContext _context = null!;
    private VideoFrame? _previous;
    private bool _bt709;
    private long _firstPts;
    private long _frames;
    private long _pairs;
    private long _pixels;
    private long _changes;
    private long _pairPixels;
    private long _sumY;
    private long _sumU;
    private long _sumV;
    private double _mean;
    private double _squares;

    public void Begin(AnalysisContext context)
    {
        _context = context;
        _bt709 = YuvColor.IsBt709(context.Info.CodedWidth, context.Info.CodedHeight);
    }

    public void OnFrame(VideoFrame frame)
    {
        var luma = frame.Y;
        var sum = MotionKernels.Sum(luma);
        if (_frames++ == 0)
        {
            _firstPts = frame.Pts;
        }

        _pixels += luma.Length;
        _sumY += sum;
        _sumU += MotionKernels.Sum(frame.U);
        _sumV += MotionKernels.Sum(frame.V);
        _histogram.Add(luma, frame.U, frame.V, frame.Width);

        var brightness = YuvColor.ToBrightness((double)sum / luma.Length);
        var delta = brightness - _mean;
        _mean += delta / _frames;
        _squares += delta * (brightness - _mean);

        if (_previous is not null)
        {
            var change = MotionKernels.SumAbsoluteDifference(_previous.Y, luma);
            if (_gate.Accept((double)change / luma.Length))
            {
                _pairs++;
                _changes += change;
                _pairPixels += luma.Length;
            }

            _previous.Release();
        }

        _previous = frame.Retain();
    }

    public void Complete(DecodeSummary summary)
    {
        _previous?.Release();
        _previous = null;
        if (_frames > 0 && _histogram.GetDominant() is { } dominant)
        {
            _context.Emit(Summarize(dominant, summary));
        }
    }

    private VisualSummary Summarize((double Y, double U, double V, double Share) dominant, DecodeSummary summary)
    {
        var info = _context.Info;
        var length = Math.Max(0, summary.EndPts - _firstPts);
        var chromaPixels = (double)_pixels / 4;
        return new VisualSummary
        {
            FullName = info.FullName,
            Width = info.Width,
            Height = info.Height,
            FramesPerSecond = info.FramesPerSecond ?? 0,
            Duration = MediaTime.ToTimeSpan(length, summary.TimeBase),
            DurationSeconds = MediaTime.ToSeconds(length, summary.TimeBase),
            StartSeconds = MediaTime.ToSeconds(_firstPts, summary.TimeBase),
            EndSeconds = summary.EndSeconds,
            DecodeErrorCount = summary.DecodeErrorCount,
            Status = summary.Status,
            FrameCount = _frames,
            MeanColor = YuvColor.ToHex(YuvColor.ToRgb((double)_sumY / _pixels, _sumU / chromaPixels, _sumV / chromaPixels, _bt709)),
            DominantColor = YuvColor.ToHex(YuvColor.ToRgb(dominant.Y, dominant.U, dominant.V, _bt709)),
            DominantColorShare = Math.Round(dominant.Share, 6),
            BrightnessMean = Math.Round(_mean, 6),
            BrightnessDeviation = Math.Round(Math.Sqrt(Math.Max(0, _squares / _frames)), 6),
            Motion = _pairs == 0 ? 0 : Math.Round((double)_changes / _pairPixels, 6),
        };
    }
}
