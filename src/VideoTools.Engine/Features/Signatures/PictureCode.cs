// What is left of a picture: the signs of its 64 lowest frequencies (LowFrequencies), and which half of them is strong. Signs of weak
// frequencies are chance and do not count. Method: the likeness of two codes is the correlation of their strong signs,
// (alike - different) / 32: 1 for the same picture, about 0 (deviation 0.12) for two that have nothing to do with each other.
// Source: sign-only correlation of low DCT coefficients as in perceptual hashes (Zauner 2010), with three values in place of two.
// Units: none. Cost: two counts of bits.
using System.Buffers.Binary;
using System.Numerics;
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Features.Signatures;

/// <summary>The code of one picture.</summary>
/// <param name="Signs">A bit for every frequency: 1 where it is negative.</param>
/// <param name="Strong">A bit for every frequency that counts: 32 of them, or none in a plain picture.</param>
internal readonly record struct PictureCode(ulong Signs, ulong Strong)
{
    /// <summary>Frequencies that count.</summary>
    public const int StrongCount = 32;

    /// <summary>Bytes of a code and the change beside it.</summary>
    public const int ByteCount = 17;

    /// <summary>True for a picture without any structure to tell it by: black, white, a soft gradient.</summary>
    public bool IsPlain => Strong == 0;

    /// <summary>The code of the same picture with left and right exchanged.</summary>
    public PictureCode Mirror() => new(Signs ^ (LowFrequencies.OddAcross & Strong), Strong);

    /// <summary>How alike two pictures are, -1 to 1; 0 when one is plain.</summary>
    public double LikenessTo(PictureCode other) => (double)Agreement(this, other) / StrongCount;

    /// <summary>Strong signs that agree less those that do not.</summary>
    public static int Agreement(PictureCode a, PictureCode b)
    {
        var both = a.Strong & b.Strong;
        return BitOperations.PopCount(both) - (2 * BitOperations.PopCount((a.Signs ^ b.Signs) & both));
    }

    /// <summary>Writes a code and the change beside it.</summary>
    public void Write(Span<byte> bytes, byte change)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Signs);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Strong);
        bytes[16] = change;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static PictureCode Read(ReadOnlySpan<byte> bytes, out byte change)
    {
        change = bytes[16];
        return new PictureCode(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
    }
}
