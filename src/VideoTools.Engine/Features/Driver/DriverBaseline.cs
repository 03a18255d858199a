// Method: eyes, seats and cameras differ. In the first seconds with a face the driver is taken to look at the road most of the time: the
// upper quartile of an eye's ratios is that of the open eye (blinks and glances down lie below it), the medians of yaw, pitch and iris
// are the straight look. Until then, and for what cannot be, what most people have stands for it. It is not learned on: a driver who
// grows tired slowly must not become the new normal.
// Eyes close together. Where they read differently the one that reads more closed counts while the head is straight: what hides a
// lid from the model (deep shadow, paint, a strand of hair) makes a closed eye look open, hardly ever an open one closed.
// Memory: the samples of these seconds.
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Features.Driver;

/// <summary>How this driver's open eyes and straight look read.</summary>
/// <param name="seconds">So long it learns; 0 learns nothing.</param>
internal sealed class DriverBaseline(double seconds)
{
    // From here on the two eyes are not seen alike, in degrees from the straight look.
    private const double StraightYaw = 15;

    private readonly EyeBaseline _right = new();
    private readonly EyeBaseline _left = new();
    private readonly List<double> _yaws = [];
    private readonly List<double> _pitches = [];
    private readonly List<double> _mouths = [];
    private double _learned;

    /// <summary>True when it has learned all it will.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Turn of the head in the straight look, in degrees.</summary>
    public double Yaw { get; private set; }

    /// <summary>Nod of the head in the straight look.</summary>
    public double Pitch { get; private set; }

    /// <summary>How far the mouth is open most of the time: a smile that shows teeth reads as half open.</summary>
    public double MouthOpen { get; private set; }

    /// <summary>Learns from a sample with a face.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="step">Seconds that it stands for.</param>
    public void Learn(DriverSample sample, double step)
    {
        if (IsReady || seconds <= 0 || sample.Pose is not { } pose)
        {
            return;
        }

        _yaws.Add(pose.Yaw);
        _pitches.Add(pose.Pitch);
        _mouths.Add(sample.MouthOpen);
        (Yaw, Pitch, MouthOpen) = (Quantile.Median(_yaws), Quantile.Median(_pitches), Quantile.Median(_mouths));
        Learn(_right, sample.RightEye, step);
        Learn(_left, sample.LeftEye, step);
        _learned += step;
        if (_learned >= seconds)
        {
            IsReady = true;
            Clear();
            _right.Seal();
            _left.Seal();
        }
    }

    /// <summary>Another person: learns from the start.</summary>
    public void Forget()
    {
        Clear();
        _right.Forget();
        _left.Forget();
        (IsReady, _learned, Yaw, Pitch, MouthOpen) = (false, 0, 0, 0, 0);
    }

    /// <summary>How far the eyes are open in proportion to what this person's are: 0 closed, 1 open; null where none is seen.</summary>
    public double? Openness(DriverSample sample)
    {
        var (right, left) = (Openness(sample.RightEye, _right, _left), Openness(sample.LeftEye, _left, _right));
        return right is not { } one || left is not { } other ? right ?? left
            : Math.Abs(sample.Pose!.Value.Yaw - Yaw) <= StraightYaw ? Math.Min(one, other)
            : (one + other) / 2;
    }

    /// <summary>Turn of the eyes from the straight look, to the right of the picture in degrees; null where it cannot be told.</summary>
    public double? EyeTurn(DriverSample sample)
    {
        var (right, left) = (Shift(sample.RightEye, _right), Shift(sample.LeftEye, _left));
        return ((right + left) / 2 ?? right ?? left) is { } shift ? EyeBaseline.TurnOf(shift) : null;
    }

    private static void Learn(EyeBaseline baseline, EyeReading? eye, double step)
    {
        if (eye is { } seen)
        {
            baseline.Learn(seen, step);
        }
    }

    // An eye that was not seen while the others were learned is taken for one like the other.
    private static double? Openness(EyeReading? eye, EyeBaseline own, EyeBaseline other) => eye is { } seen
        ? EyeBaseline.OpennessOf(seen.Ratio, own.IsKnown || !other.IsKnown ? own.OpenRatio : other.OpenRatio)
        : null;

    private double? Shift(EyeReading? eye, EyeBaseline own) => own.IsKnown || seconds <= 0 ? eye?.Shift - own.Shift : null;

    private void Clear()
    {
        _yaws.Clear();
        _pitches.Clear();
        _mouths.Clear();
    }
}
