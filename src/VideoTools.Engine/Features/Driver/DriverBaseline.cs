// Method: eyes, seats and cameras differ. In the first seconds with a face the driver is taken to look at the road most of the time: the
// upper quartile of the eyes' ratios is that of the open eye (blinks and glances down lie below it), the medians of yaw, pitch and
// eye turn are the straight look. Until then, and for what cannot be, what most people have stands for it. It is not learned on: a
// driver who grows tired slowly must not become the new normal.
// Source of the closed end: docs/accuracy-observation.md, eyes of photographs closed by warping. Memory: the samples of these seconds.
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Features.Driver;

/// <summary>How this driver's open eyes and straight look read.</summary>
/// <param name="seconds">So long it learns; 0 learns nothing.</param>
internal sealed class DriverBaseline(double seconds)
{
    /// <summary>Ratio of a closed eye in proportion to that of the same eye open.</summary>
    public const double ClosedShare = 0.43;

    private const double OpenQuantile = 0.75;
    private const double LowestOpen = 0.18;
    private const double HighestOpen = 0.45;

    private readonly List<double> _ratios = [];
    private readonly List<double> _yaws = [];
    private readonly List<double> _pitches = [];
    private readonly List<double> _eyeYaws = [];
    private readonly List<double> _mouths = [];
    private double _learned;

    /// <summary>True when it has learned all it will.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Ratio of the open eye.</summary>
    public double OpenRatio { get; private set; } = EyeOpenness.OpenRatio;

    /// <summary>Turn of the head in the straight look, in degrees.</summary>
    public double Yaw { get; private set; }

    /// <summary>Nod of the head in the straight look.</summary>
    public double Pitch { get; private set; }

    /// <summary>Turn of the eyes in the straight look.</summary>
    public double EyeYaw { get; private set; }

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
        Keep(_ratios, sample.EyeRatio);
        Keep(_eyeYaws, sample.EyeYaw);
        _learned += step;
        Yaw = Of(_yaws, 0.5, Yaw);
        Pitch = Of(_pitches, 0.5, Pitch);
        EyeYaw = Of(_eyeYaws, 0.5, EyeYaw);
        MouthOpen = Of(_mouths, 0.5, MouthOpen);
        OpenRatio = Math.Clamp(Of(_ratios, OpenQuantile, OpenRatio), LowestOpen, HighestOpen);
        if (_learned >= seconds)
        {
            IsReady = true;
            Clear();
        }
    }

    /// <summary>Another person: learns from the start.</summary>
    public void Forget()
    {
        Clear();
        (IsReady, _learned) = (false, 0);
        (OpenRatio, Yaw, Pitch, EyeYaw, MouthOpen) = (EyeOpenness.OpenRatio, 0, 0, 0, 0);
    }

    /// <summary>A ratio as openness of this person's eyes: 0 closed, 1 open.</summary>
    public double Openness(double ratio) => Math.Clamp(((ratio / OpenRatio) - ClosedShare) / (1 - ClosedShare), 0, 1);

    private static void Keep(List<double> values, double? value)
    {
        if (value is { } known)
        {
            values.Add(known);
        }
    }

    private static double Of(List<double> values, double p, double otherwise)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length > 0 ? Quantile.Of(sorted, p) : otherwise;
    }

    private void Clear()
    {
        _ratios.Clear();
        _yaws.Clear();
        _pitches.Clear();
        _eyeYaws.Clear();
        _mouths.Clear();
    }
}
