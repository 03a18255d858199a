// Colour, brightness and motion of a whole video.
// Method: sums of each plane a frame (mean colour, brightness by Welford's running variance), a joint colour histogram
// (ColorHistogram), the sum of absolute luma differences a frame pair, pairs across cuts left out (CutGate).
// Units: see VisualSummary. Cost: three passes of vector sums over the frame, a counter update for every eighth pixel.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Visual;

/// <summary>Looks at every frame; a building block, it emits nothing: read <see cref="GetSummary"/> after <see cref="Complete"/>.</summary>
internal sealed class VisualAnalyzer : IAnalyzer
{
    private readonly ColorHistogram _histogram = new();
    private readonly CutGate _gate = new();
    private VideoFrame? _previous;
    private bool _bt709;
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

    /// <inheritdoc/>
    public AnalyzerNeeds Needs { get; } = new();

    /// <inheritdoc/>
    public void Begin(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _bt709 = YuvColor.IsBt709(context.Info.CodedWidth, context.Info.CodedHeight);
    }

    /// <inheritdoc/>
    public void OnFrame(VideoFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var luma = frame.Y;
        var sum = MotionKernels.Sum(luma);
        _frames++;
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

    /// <inheritdoc/>
    public void Complete(DecodeSummary summary)
    {
        _previous?.Release();
        _previous = null;
    }

    /// <summary>What was seen; null when there was no frame.</summary>
    public VisualSummary? GetSummary()
    {
        if (_frames == 0 || _histogram.GetDominant() is not { } dominant)
        {
            return null;
        }

        var chromaPixels = (double)_pixels / 4;
        return new VisualSummary
        {
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
