// What breaks files: single bits (a bad cable), bytes and blocks that are other, missing or twice (a bad drive, a broken download), an end
// that is not there, numbers of headers that lie (a hostile file), and parts of another file. One to three of these a mutant; those of
// headers aim at the first and last bytes, where containers keep their sizes, counts and times.
using System.Buffers.Binary;
using System.Text;

namespace VideoTools.Fuzz;

/// <summary>Changes files.</summary>
internal static class Mutator
{
    private const int HeaderBytes = 1024;

    private static readonly ulong[] Extremes =
        [0, 1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFFF, ulong.MaxValue];

    /// <summary>A changed copy.</summary>
    /// <param name="file">The file; not empty.</param>
    /// <param name="other">Another one, for parts.</param>
    /// <param name="random">Decides what and where.</param>
    public static byte[] Mutate(byte[] file, byte[] other, Randomness random)
    {
        var bytes = file.ToArray();
        for (var left = 1 + random.Below(3); left > 0 && bytes.Length > 0; left--)
        {
            bytes = random.Below(10) switch
            {
                0 => FlipBits(bytes, random),
                1 => SetBytes(bytes, random),
                2 => CopyBlock(bytes, random),
                3 => RemoveBlock(bytes, random),
                4 => InsertBlock(bytes, random),
                5 => bytes[..random.Below(bytes.Length)],
                6 or 7 => ChangeNumber(bytes, random),
                8 => ChangeName(bytes, random),
                _ => Splice(bytes, other, random),
            };
        }

        return bytes;
    }

    private static byte[] FlipBits(byte[] bytes, Randomness random)
    {
        for (var left = 1 << random.Below(8); left > 0; left--)
        {
            bytes[random.Below(bytes.Length)] ^= (byte)(1 << random.Below(8));
        }

        return bytes;
    }

    private static byte[] SetBytes(byte[] bytes, Randomness random)
    {
        var (start, length) = Block(bytes, random);
        var kind = random.Below(3);
        for (var i = start; i < start + length; i++)
        {
            bytes[i] = kind switch { 0 => 0, 1 => 0xFF, _ => (byte)random.Next() };
        }

        return bytes;
    }

    private static byte[] CopyBlock(byte[] bytes, Randomness random)
    {
        var (start, length) = Block(bytes, random);
        bytes.AsSpan(start, length).ToArray().CopyTo(bytes, random.Below(bytes.Length - length + 1));
        return bytes;
    }

    private static byte[] RemoveBlock(byte[] bytes, Randomness random)
    {
        var (start, length) = Block(bytes, random);
        return [.. bytes[..start], .. bytes[(start + length)..]];
    }

    private static byte[] InsertBlock(byte[] bytes, Randomness random)
    {
        var (start, length) = Block(bytes, random);
        var at = random.Below(bytes.Length + 1);
        return [.. bytes[..at], .. bytes[start..(start + length)], .. bytes[at..]];
    }

    private static byte[] Splice(byte[] bytes, byte[] other, Randomness random) =>
        [.. bytes[..random.Below(bytes.Length)], .. other[random.Below(other.Length)..]];

    // A number of 1, 2, 4 or 8 bytes in either order, in the first or last bytes more often than elsewhere.
    private static byte[] ChangeNumber(byte[] bytes, Randomness random)
    {
        var size = 1 << random.Below(4);
        if (bytes.Length < size)
        {
            return bytes;
        }

        var room = bytes.Length - size + 1;
        var at = random.Below(3) switch
        {
            0 => random.Below(Math.Min(room, HeaderBytes)),
            1 => room - 1 - random.Below(Math.Min(room, HeaderBytes)),
            _ => random.Below(room),
        };
        var value = random.Below(4) == 0 ? random.Next() : random.Pick(Extremes);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(number, value);
        number = number[..size];
        if (random.Below(2) == 0)
        {
            number.Reverse();
        }

        number.CopyTo(bytes.AsSpan(at));
        return bytes;
    }

    // The four letters of a box, chunk or codec become those of another, or a number near them changes.
    private static byte[] ChangeName(byte[] bytes, Randomness random)
    {
        var name = Encoding.ASCII.GetBytes(random.Pick(Names));
        List<int> places = [];
        for (var from = 0; bytes.AsSpan(from).IndexOf(name) is >= 0 and var found && places.Count < 64;)
        {
            places.Add(from + found);
            from += found + name.Length;
        }

        if (places.Count == 0)
        {
            return ChangeNumber(bytes, random);
        }

        var at = random.Pick(places);
        if (random.Below(3) == 0)
        {
            Encoding.ASCII.GetBytes(random.Pick(Names)).CopyTo(bytes, at);
            return bytes;
        }

        // Sizes stand before a name, versions, counts and times behind it.
        var near = Math.Clamp(at - 4 + (4 * random.Below(12)), 0, Math.Max(0, bytes.Length - 4));
        if (bytes.Length >= 4)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(near), (uint)random.Pick(Extremes));
        }

        return bytes;
    }

    private static readonly string[] Names =
    [
        "ftyp", "moov", "mvhd", "trak", "tkhd", "edts", "elst", "mdia", "mdhd", "hdlr", "stbl", "stsd", "stts", "ctts", "stsz", "stsc", "stco",
        "avc1", "avcC", "mp4a", "esds", "pasp", "colr", "udta", "RIFF", "LIST", "avih", "strh", "strf", "movi", "idx1", "00dc", "GIF8",
    ];

    private static (int Start, int Length) Block(byte[] bytes, Randomness random)
    {
        var length = 1 + random.Below(Math.Min(bytes.Length, 1 << random.Below(12)));
        return (random.Below(bytes.Length - length + 1), length);
    }
}
