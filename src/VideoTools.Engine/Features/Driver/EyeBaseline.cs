// Method: as DriverBaseline, of one eye: the two of a face differ (a lid that hangs, a shadow, the far eye of a head that the camera sees
// from the side), and where only one of them is seen for a while the other one's measure does not fit.
// Source of the closed end: docs/accuracy-observation.md, eyes of photographs closed by warping.
using VideoTools.Engine.Features.Faces;
using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.Features.Driver;

/// <summary>How one eye of this driver reads when it is open and looks straight ahead.</summary>
internal sealed class EyeBaseline
{
    /// <summary>Ratio of a closed eye in proportion to that of the same eye open.</summary>
    public const double ClosedShare = 0.43;

    /// <summary>
    /// Width of an eye over the radius of the eyeball, 30 mm over 12 mm, and that the model's iris goes but 0.48 of the way of an iris
    /// that was moved (docs/accuracy-observation.md).
    /// </summary>
    private const double EyeWidthOverRadius = 2.5 / 0.48;

    // Of an eye that was seen for less too little is known.
    private const double LeastSeconds = 1;

    private const double OpenQuantile = 0.75;
    private const double LowestOpen = 0.18;
    private const double HighestOpen = 0.45;

    private readonly List<double> _ratios = [];
    private readonly List<double> _shifts = [];
    private double _learned;

    /// <summary>True when enough of it was seen.</summary>
    public bool IsKnown => _learned >= LeastSeconds - 1e-6;

    /// <summary>Its ratio when it is open; what most people have until it is known.</summary>
    public double OpenRatio { get; private set; } = EyeOpenness.OpenRatio;

    /// <summary>How far its iris lies beside its middle in the straight look, in widths of the eye.</summary>
    public double Shift { get; private set; }

    /// <summary>
    /// Turn of an eye whose iris lies so far from where it lies in the straight look, in degrees to the right of the picture.
    /// </summary>
    /// <param name="shift">In widths of the eye.</param>
    public static double TurnOf(double shift) =>
        Math.Asin(Math.Clamp(EyeWidthOverRadius * shift, -0.9, 0.9)) * 180 / Math.PI;

    /// <summary>A ratio as openness: 0 closed, 1 open.</summary>
    /// <param name="ratio">The ratio.</param>
    /// <param name="open">That of the same eye when it is open.</param>
    public static double OpennessOf(double ratio, double open) => Math.Clamp(((ratio / open) - ClosedShare) / (1 - ClosedShare), 0, 1);

    /// <summary>Learns from one look at it.</summary>
    /// <param name="eye">What it showed.</param>
    /// <param name="step">Seconds that it stands for.</param>
    public void Learn(EyeReading eye, double step)
    {
        _learned += step;
        _ratios.Add(eye.Ratio);
        _shifts.Add(eye.Shift);
        OpenRatio = Math.Clamp(Quantile.Of([.. _ratios.Order()], OpenQuantile), LowestOpen, HighestOpen);
        Shift = Quantile.Of([.. _shifts.Order()], 0.5);
    }

    /// <summary>It is learned: what was seen is let go.</summary>
    public void Seal()
    {
        _ratios.Clear();
        _shifts.Clear();
    }

    /// <summary>Another person's: learns from the start.</summary>
    public void Forget()
    {
        Seal();
        (_learned, OpenRatio, Shift) = (0, EyeOpenness.OpenRatio, 0);
    }
}
