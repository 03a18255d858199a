namespace VideoTools.TestMedia.Rendering;

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
