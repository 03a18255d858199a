using System.Buffers.Binary;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>Whether a file is as long as its own header says: told from its first bytes, for the formats that keep it there.</summary>
internal static class WholeFile
{
    private const uint EbmlHeader = 0x1A45DFA3;
    private const uint Segment = 0x18538067;
    private const int HeadBytes = 4096;

    /// <summary>True or false where the header says how long the file is (Matroska, RIFF); null elsewhere.</summary>
    public static bool? IsWhole(string fullName)
    {
        try
        {
            using var file = File.OpenHandle(fullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> head = stackalloc byte[HeadBytes];
            head = head[..RandomAccess.Read(file, head, 0)];
            return Length(head) is { } length ? RandomAccess.GetLength(file) >= length : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static long? Length(ReadOnlySpan<byte> head)
    {
        if (head.Length > 12 && head.StartsWith("RIFF"u8))
        {
            // 0 and the largest number are what recorders write that cannot go back.
            var size = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            return size is > 4 and < uint.MaxValue ? size + 8L : null;
        }

        var at = 0;
        if (Element(head, ref at) is not (EbmlHeader, { } header) || header > head.Length - at)
        {
            return null;
        }

        at += (int)header;
        return Element(head, ref at) is (Segment, { } content) ? at + content : null;
    }

    // An identifier with its marker bit, and a size without it; a size of ones only is unknown (RFC 8794).
    private static (uint Id, long? Size)? Element(ReadOnlySpan<byte> bytes, ref int at)
    {
        var idLength = at < bytes.Length ? System.Numerics.BitOperations.LeadingZeroCount(bytes[at]) - 23 : 9;
        if (idLength > 4 || at + idLength >= bytes.Length)
        {
            return null;
        }

        uint id = 0;
        for (var i = 0; i < idLength; i++)
        {
            id = (id << 8) | bytes[at++];
        }

        var sizeLength = System.Numerics.BitOperations.LeadingZeroCount(bytes[at]) - 23;
        if (sizeLength > 8 || at + sizeLength > bytes.Length)
        {
            return null;
        }

        var size = bytes[at++] & ((1L << (8 - sizeLength)) - 1);
        var unknown = (1L << (7 * sizeLength)) - 1;
        for (var i = 1; i < sizeLength; i++)
        {
            size = (size << 8) | bytes[at++];
        }

        return (id, size == unknown ? null : size);
    }
}
