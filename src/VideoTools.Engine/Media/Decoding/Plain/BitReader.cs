namespace VideoTools.Engine.Media.Decoding.Plain;

/// <summary>Bits from the highest of each byte on.</summary>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>One bit.</summary>
    /// <exception cref="IndexOutOfRangeException">There is none left.</exception>
    public bool Bit()
    {
        var bit = (_bytes[_at >> 3] >> (7 - (_at & 7)) & 1) != 0;
        _at++;
        return bit;
    }

    /// <summary>A number of up to 32 bits.</summary>
    /// <exception cref="IndexOutOfRangeException">There are not so many left.</exception>
    public uint Bits(int count)
    {
        uint value = 0;
        for (; count > 0; count--)
        {
            value = (value << 1) | (Bit() ? 1u : 0);
        }

        return value;
    }

    /// <summary>An Exp-Golomb number (ITU-T H.264, 9.1).</summary>
    /// <exception cref="IndexOutOfRangeException">It is longer than what is left.</exception>
    /// <exception cref="OverflowException">It has more than 32 bits.</exception>
    public uint Golomb()
    {
        var zeros = 0;
        while (!Bit())
        {
            zeros++;
        }

        return zeros < 32 ? (1u << zeros) - 1 + Bits(zeros) : throw new OverflowException("The number is too long.");
    }
}
