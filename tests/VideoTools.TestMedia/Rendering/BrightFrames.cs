namespace VideoTools.TestMedia.Rendering;

/// <summary>Three bright frames and three as they are, in turn.</summary>
public sealed record BrightFrames(double Strength) : FrameEffect
{
    public override void Apply(RawFrame frame, int index, int count)
    {
        if (index / 3 % 2 == 1)
        {
            frame.Towards(RawFrame.White, Strength);
        }
    }
}
