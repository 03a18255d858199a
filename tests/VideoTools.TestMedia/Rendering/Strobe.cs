namespace VideoTools.TestMedia.Rendering;

/// <summary>A strobe light: every <paramref name="Period"/> frames the picture is lit for half the period.</summary>
public sealed record Strobe(int From, int To, int Period, double Strength) : FrameEffect
{
    public override void Apply(RawFrame frame, int index, int count)
    {
        if (index >= From && index < To && (index - From) % Period < (Period + 1) / 2)
        {
            frame.Towards(RawFrame.White, Strength);
        }
    }
}
