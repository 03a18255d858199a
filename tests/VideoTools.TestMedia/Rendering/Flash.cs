namespace VideoTools.TestMedia.Rendering;

/// <summary>A photo flash: the picture jumps towards white for <paramref name="Frames"/> frames, the last ones weaker.</summary>
public sealed record Flash(int At, int Frames, double Strength) : FrameEffect
{
    public override void Apply(RawFrame frame, int index, int count)
    {
        var step = index - At;
        if (step >= 0 && step < Frames)
        {
            frame.Towards(RawFrame.White, Strength * (Frames - step) / Frames);
        }
    }
}
