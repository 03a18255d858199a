namespace VideoTools.TestMedia.Rendering;

/// <summary>The light goes down (or up) to <paramref name="Factor"/> within <paramref name="Frames"/> frames and stays so. 0 frames: a switch.</summary>
public sealed record LightRamp(int At, int Frames, double Factor) : FrameEffect
{
    public override void Apply(RawFrame frame, int index, int count)
    {
        var progress = index < At ? 0 : Frames == 0 ? 1 : Math.Min(1, (index - At + 1.0) / Frames);
        if (progress > 0)
        {
            frame.Gain(1 + ((Factor - 1) * progress));
        }
    }
}
