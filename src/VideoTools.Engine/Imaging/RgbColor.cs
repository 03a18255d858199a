namespace VideoTools.Engine.Imaging;

/// <summary>A colour as pictures hold it.</summary>
/// <param name="R">Red.</param>
/// <param name="G">Green.</param>
/// <param name="B">Blue.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct RgbColor(byte R, byte G, byte B)
{
    /// <summary>This colour with some of another one.</summary>
    /// <param name="other">The other.</param>
    /// <param name="weight">Its weight of 256.</param>
    public RgbColor Mix(RgbColor other, int weight)
    {
        return new RgbColor(Blend(R, other.R), Blend(G, other.G), Blend(B, other.B));

        byte Blend(byte old, byte next) => (byte)(((old * (256 - weight)) + (next * weight) + 128) >> 8);
    }
}
