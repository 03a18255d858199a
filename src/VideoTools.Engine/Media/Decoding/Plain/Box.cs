using System.Buffers.Binary;

namespace VideoTools.Engine.Media.Decoding.Plain;

/// <summary>A box of an MP4 file (ISO/IEC 14496-12, 4.2): its four letters, and what is in it.</summary>
internal readonly ref struct Box
{
    private Box(string name, ReadOnlySpan<byte> content)
    {
        Name = name;
        Content = content;
    }

    /// <summary>Four letters.</summary>
    public string Name { get; }

    /// <summary>The bytes behind the header.</summary>
    public ReadOnlySpan<byte> Content { get; }

    /// <summary>Takes the next box off the front of bytes; false at their end.</summary>
    /// <exception cref="FormatException">What is there is no box of the usual kind that ends where the bytes do, or before.</exception>
    public static bool TryTake(scoped ref ReadOnlySpan<byte> bytes, out Box box)
    {
        box = default;
        if (bytes.Length == 0)
        {
            return false;
        }

        var size = bytes.Length >= 8 ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : 0;
        if (size < 8 || size > bytes.Length)
        {
            throw new FormatException("A box is longer than what holds it.");
        }

        box = new Box(System.Text.Encoding.Latin1.GetString(bytes[4..8]), bytes[8..(int)size]);
        bytes = bytes[(int)size..];
        return true;
    }

    /// <summary>The one box of a name; false when there is none.</summary>
    /// <exception cref="FormatException">There are two, or one that is damaged.</exception>
    public static bool TryFind(ReadOnlySpan<byte> bytes, string name, out ReadOnlySpan<byte> content)
    {
        content = default;
        var isFound = false;
        while (TryTake(ref bytes, out var box))
        {
            if (box.Name == name)
            {
                content = isFound ? throw new FormatException($"There are two boxes {name}.") : box.Content;
                isFound = true;
            }
        }

        return isFound;
    }

    /// <summary>The one box of a name.</summary>
    /// <exception cref="FormatException">There is none, or two.</exception>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> bytes, string name) =>
        TryFind(bytes, name, out var content) ? content : throw new FormatException($"There is no box {name}.");

    /// <summary>Throws where a box has another name than these: what is not known may change what is said elsewhere.</summary>
    /// <exception cref="FormatException">It has.</exception>
    public static void Allow(ReadOnlySpan<byte> bytes, params ReadOnlySpan<string> names)
    {
        while (TryTake(ref bytes, out var box))
        {
            if (!names.Contains(box.Name))
            {
                throw new FormatException($"A box {box.Name} is not plain.");
            }
        }
    }
}
