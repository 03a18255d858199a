// Method: exact sums of luma, of its Laplacian and of the change from the frame before. Cost: three passes of vector sums over 320 x 180
// pixels a frame.
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Frames;

/// <summary>Measures every frame of a video, in order. Keeps the frame before.</summary>
internal sealed class FrameMeter : IDisposable
{
    // Limited-range luma to brightness.
    private const double Gain = 255.0 / 219;

    private readonly CutGate _gate = new();
    private VideoFrame? _previous;

    /// <summary>True when the frame that was measured last is unlike the one before: a cut, or a flash.</summary>
    public bool IsBreak { get; private set; }

    /// <summary>Measures the next frame.</summary>
    public FrameMeasures Measure(VideoFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var luma = frame.Y;
        var activity = 0.0;
        IsBreak = false;
        if (_previous is not null)
        {
            var change = (double)MotionKernels.SumAbsoluteDifference(_previous.Y, luma) / luma.Length;
            IsBreak = !_gate.Accept(change);
            activity = IsBreak ? 0 : change * Gain;
            _previous.Release();
        }

        _previous = frame.Retain();
        return Of(frame, activity);
    }

    /// <summary>Measures a frame by itself.</summary>
    public static FrameMeasures Of(VideoFrame frame, double activity = 0)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var luma = frame.Y;
        var (sum, squares) = LumaStatistics.Sums(luma);
        var mean = (double)sum / luma.Length;
        var deviation = Math.Sqrt(Math.Max(0, ((double)squares / luma.Length) - (mean * mean)));
        return new FrameMeasures(
            YuvColor.ToBrightness(mean),
            deviation * Gain,
            LaplacianKernels.Variance(luma, frame.Width, frame.Height) * Gain * Gain,
            activity);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _previous?.Release();
        _previous = null;
    }
}
