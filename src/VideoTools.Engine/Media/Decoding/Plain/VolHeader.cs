// Source: ISO/IEC 14496-2, 6.2.3 (video object layer). Only the simple kind: rectangular, progressive, square pixels.
namespace VideoTools.Engine.Media.Decoding.Plain;

/// <summary>What the header of an MPEG-4 part 2 stream says.</summary>
internal static class VolHeader
{
    /// <summary>The size of its pictures; null when it is no header, or not of the simple kind.</summary>
    /// <param name="config">The configuration of the decoder.</param>
    /// <exception cref="IndexOutOfRangeException">It is cut off.</exception>
    public static (int Width, int Height)? Read(ReadOnlySpan<byte> config)
    {
        var at = 0;
        while (at + 4 < config.Length && !(config[at..].StartsWith("\0\0\u0001"u8) && config[at + 3] is >= 0x20 and <= 0x2F))
        {
            at++;
        }

        if (at + 4 >= config.Length)
        {
            return null;
        }

        var bits = new BitReader(config[(at + 4)..]);
        bits.Bit();
        bits.Bits(8);
        if (bits.Bit())
        {
            bits.Bits(7);
        }

        if (bits.Bits(4) != 1)
        {
            return null; // Pixels that are not square.
        }

        // 4:2:0; no buffer model, whose fields are many.
        if (bits.Bit() && (bits.Bits(2) != 1 || (bits.Bits(2) & 1) != 0))
        {
            return null;
        }

        if (bits.Bits(2) != 0)
        {
            return null; // A shape of its own.
        }

        bits.Bit();
        var resolution = bits.Bits(16);
        bits.Bit();
        if (bits.Bit())
        {
            bits.Bits(resolution <= 1 ? 1 : 32 - int.LeadingZeroCount((int)resolution - 1));
        }

        bits.Bit();
        var width = (int)bits.Bits(13);
        bits.Bit();
        var height = (int)bits.Bits(13);
        bits.Bit();
        return bits.Bit() ? null : (width, height);
    }
}
