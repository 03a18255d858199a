namespace VideoTools.TestMedia.Rendering;

/// <summary>Rests, then whips across the whole source within <paramref name="WhipFrames"/> frames, then rests again.</summary>
public sealed record WhipPan(double Scale, int WhipFrames, double StartAt, bool Leftwards = false) : Camera(Scale)
{
    public override (double X, double Y, double Zoom) At(int index, int count)
    {
        var progress = Math.Clamp((index - (StartAt * count)) / WhipFrames, 0, 1);
        var eased = progress * progress * (3 - (2 * progress));
        return (Leftwards ? 1 - eased : eased, 0.5, 1);
    }
}

/// <summary>A steady pan from one side to the other over the whole shot.</summary>
public sealed record SteadyPan(double Scale, bool Vertical = false, bool Backwards = false) : Camera(Scale)
{
    public override (double X, double Y, double Zoom) At(int index, int count)
    {
        var progress = count <= 1 ? 0 : (double)index / (count - 1);
        progress = Backwards ? 1 - progress : progress;
        return Vertical ? (0.5, progress, 1) : (progress, 0.5, 1);
    }
}

/// <summary>A zoom into (or out of) the middle over the whole shot.</summary>
public sealed record ZoomMove(double Scale, bool Outwards = false) : Camera(Scale)
{
    public override (double X, double Y, double Zoom) At(int index, int count)
    {
        var progress = count <= 1 ? 0 : (double)index / (count - 1);
        progress = Outwards ? 1 - progress : progress;
        return (0.5, 0.5, Scale - ((Scale - 1) * progress * 0.98) - 0.01);
    }
}

/// <summary>A hand-held camera: jumps by up to <paramref name="Amount"/> of the free play at every frame.</summary>
public sealed record Shake(double Scale, double Amount, ulong Seed) : Camera(Scale)
{
    public override bool MotionBlur => false;

    public override (double X, double Y, double Zoom) At(int index, int count)
    {
        var random = new SplitMix(Seed + ((ulong)index * 7919));
        return (0.5 + ((random.NextDouble() - 0.5) * Amount), 0.5 + ((random.NextDouble() - 0.5) * Amount), 1);
    }
}
