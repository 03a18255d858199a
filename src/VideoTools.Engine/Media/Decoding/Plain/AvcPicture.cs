// Source: ITU-T H.264, 7.3.2.1.1 (sequence parameter set), E.1.1 (video usability information), table E-1 (sample aspect ratios). Only
// what is simple is read: progressive 4:2:0 with 8 bits and no scaling lists. Of anything else nothing is said, and ffprobe is asked.
namespace VideoTools.Engine.Media.Decoding.Plain;

/// <summary>What the sequence parameter set of an H.264 stream says.</summary>
/// <param name="Width">Width in pixels, cropped.</param>
/// <param name="Height">Height in pixels, cropped.</param>
/// <param name="Aspect">Shape of a pixel, 0:1 when it is not said.</param>
/// <param name="IsFullRange">True for samples of 0 to 255.</param>
/// <param name="Transfer">Code of the transfer characteristics (ITU-T H.273); null when it is not said.</param>
internal sealed record AvcPicture(int Width, int Height, (uint Width, uint Height) Aspect, bool IsFullRange, uint? Transfer)
{
    private static readonly (uint, uint)[] Aspects =
    [
        (0, 1), (1, 1), (12, 11), (10, 11), (16, 11), (40, 33), (24, 11), (20, 11), (32, 11), (80, 33), (18, 11), (15, 11),
        (64, 33), (160, 99), (4, 3), (3, 2), (2, 1),
    ];

    /// <summary>Reads a parameter set; null when it is none, or not of the simple kind.</summary>
    /// <param name="unit">The NAL unit.</param>
    /// <exception cref="IndexOutOfRangeException">It is cut off; <see cref="OverflowException"/>: its numbers are impossible.</exception>
    public static AvcPicture? Read(ReadOnlySpan<byte> unit)
    {
        if (unit.Length < 4 || (unit[0] & 0x1F) != 7)
        {
            return null;
        }

        var bits = new BitReader(WithoutEmulation(unit[1..]));
        var profile = bits.Bits(8);
        bits.Bits(16);
        bits.Golomb();
        if (profile == 100)
        {
            // 4:2:0, 8 bits of luma and chroma, lossless blocks as usual, no scaling lists.
            if (bits.Golomb() != 1 || bits.Golomb() != 0 || bits.Golomb() != 0 || bits.Bit() || bits.Bit())
            {
                return null;
            }
        }
        else if (profile is not (66 or 77))
        {
            return null;
        }

        bits.Golomb();
        if (!SkipOrder(ref bits))
        {
            return null;
        }

        bits.Golomb();
        bits.Bit();
        var (width, height) = (checked((bits.Golomb() + 1) * 16), checked((bits.Golomb() + 1) * 16));
        if (!bits.Bit())
        {
            return null; // Fields.
        }

        bits.Bit();
        if (bits.Bit())
        {
            width = checked(width - (2 * (bits.Golomb() + bits.Golomb())));
            height = checked(height - (2 * (bits.Golomb() + bits.Golomb())));
        }

        var picture = new AvcPicture((int)width, (int)height, (0, 1), false, null);
        return width is 0 or > 32768 || height is 0 or > 32768 ? null : bits.Bit() ? picture.With(ref bits) : picture;
    }

    private AvcPicture? With(ref BitReader bits)
    {
        var aspect = Aspect;
        if (bits.Bit())
        {
            var index = bits.Bits(8);
            aspect = index == 255 ? (bits.Bits(16), bits.Bits(16)) : index < Aspects.Length ? Aspects[index] : (0, 1);
        }

        if (bits.Bit())
        {
            bits.Bit();
        }

        var (isFull, transfer) = (false, (uint?)null);
        if (bits.Bit())
        {
            bits.Bits(3);
            isFull = bits.Bit();
            if (bits.Bit())
            {
                bits.Bits(8);
                transfer = bits.Bits(8);
                bits.Bits(8);
            }
        }

        return this with { Aspect = aspect, IsFullRange = isFull, Transfer = transfer };
    }

    private static bool SkipOrder(ref BitReader bits)
    {
        switch (bits.Golomb())
        {
            case 0:
                bits.Golomb();
                return true;
            case 2:
                return true;
            default:
                return false;
        }
    }

    // 00 00 03 stands for 00 00 wherever what follows could be taken for a start code.
    private static byte[] WithoutEmulation(ReadOnlySpan<byte> unit)
    {
        List<byte> bytes = new(unit.Length);
        var zeros = 0;
        foreach (var next in unit)
        {
            if (zeros >= 2 && next == 3)
            {
                zeros = 0;
                continue;
            }

            zeros = next == 0 ? zeros + 1 : 0;
            bytes.Add(next);
        }

        return [.. bytes];
    }
}
