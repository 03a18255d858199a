// Source: ISO/IEC 14496-12: boxes of a size and a name, one in the other; what a track's samples are is the name of the entry in its
// sample description (moov/trak/mdia/minf/stbl/stsd). Encrypted pictures have the entry encv and encrypted
// sound enca (ISO/IEC 23001-7), those of FairPlay drmi and drms.
// Cost: a read of 16 bytes a box; the samples are not touched.
using System.Buffers.Binary;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>What the sample descriptions of an MP4 file say: ffmpeg shows the codec below the encryption only.</summary>
internal static class SampleEntries
{
    private const int HeadBytes = 16;
    private const int MostBoxes = 10_000;
    private const int DescriptionHead = 8;

    /// <summary>True when a track is encrypted.</summary>
    /// <param name="fullName">The file.</param>
    /// <param name="ofSound">True looks at tracks of sound (enca, drms), false at those of pictures.</param>
    public static bool AreEncrypted(string fullName, bool ofSound)
    {
        try
        {
            using var file = File.OpenHandle(fullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var left = MostBoxes;
            return HasEncrypted(file, 0, RandomAccess.GetLength(file), ofSound, ref left);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool HasEncrypted(Microsoft.Win32.SafeHandles.SafeFileHandle file, long at, long end, bool ofSound, ref int left)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        while (at + 8 <= end && left-- > 0)
        {
            var read = RandomAccess.Read(file, head, at);
            if (read < 8)
            {
                return false;
            }

            long size = BinaryPrimitives.ReadUInt32BigEndian(head);
            var content = at + 8;
            if (size == 1 && read == HeadBytes)
            {
                (size, content) = (BinaryPrimitives.ReadInt64BigEndian(head[8..]), at + HeadBytes);
            }
            else if (size == 0)
            {
                size = end - at;
            }

            if (size < content - at || size > end - at)
            {
                return false;
            }

            var name = head[4..8];
            if (ofSound
                ? name.SequenceEqual("enca"u8) || name.SequenceEqual("drms"u8)
                : name.SequenceEqual("encv"u8) || name.SequenceEqual("drmi"u8))
            {
                return true;
            }

            var isBox = name.SequenceEqual("moov"u8) || name.SequenceEqual("trak"u8) || name.SequenceEqual("mdia"u8)
                || name.SequenceEqual("minf"u8) || name.SequenceEqual("stbl"u8);
            var inside = name.SequenceEqual("stsd"u8) ? content + DescriptionHead : isBox ? content : at + size;
            if (inside < at + size && HasEncrypted(file, inside, at + size, ofSound, ref left))
            {
                return true;
            }

            at += size;
        }

        return false;
    }
}
