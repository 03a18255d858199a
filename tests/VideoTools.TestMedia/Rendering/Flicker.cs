namespace VideoTools.TestMedia.Rendering;

/// <summary>Uneven exposure: every frame gets another gain, within plus and minus <paramref name="Amplitude"/>.</summary>
public sealed record Flicker(double Amplitude, ulong Seed, int From = 0, int To = int.MaxValue) : FrameEffect
{
    public override void Apply(RawFrame frame, int index, int count)
    {
        if (index >= From && index < To)
        {
            frame.Gain(1 + (Amplitude * ((2 * new SplitMix(Seed + ((ulong)index * 104729)).NextDouble()) - 1)));
        }
    }
}
