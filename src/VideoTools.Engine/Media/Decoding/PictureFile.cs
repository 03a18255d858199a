// Method: a picture file is known by its first bytes and then opened with the one demuxer of its kind, which reads this file and no other
// (ffmpeg's own choice, image2, takes % and * in a name for a pattern of many files). How a camera was held stands in EXIF
// (JEITA CP-3451, tag 0x0112), which ffmpeg's stream does not tell: it is read here, from the first 64 kB.
using System.Buffers.Binary;

namespace VideoTools.Engine.Media.Decoding;

/// <summary>What the beginning of a picture file says.</summary>
/// <param name="Format">ffmpeg's demuxer for it.</param>
/// <param name="Rotation">Degrees clockwise that turn it upright: 0, 90, 180 or 270.</param>
/// <param name="IsMirrored">True when it is also mirrored.</param>
internal sealed record PictureFile(string Format, int Rotation, bool IsMirrored)
{
    private const int HeadBytes = 1 << 16;

    /// <summary>Reads the beginning of a file.</summary>
    /// <returns>Null when it is no JPEG, PNG, WebP or BMP file.</returns>
    public static PictureFile? Detect(string fullName)
    {
        var head = new byte[HeadBytes];
        using var file = File.OpenHandle(fullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Of(head.AsSpan(0, RandomAccess.Read(file, head, 0)));
    }

    internal static PictureFile? Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            // What turns a picture upright, as FilterChains names it: a mirrored one by its rotation, too.
            var (rotation, isMirrored) = Orientation(head) switch
            {
                2 => (180, true),
                3 => (180, false),
                4 => (0, true),
                5 => (90, true),
                6 => (90, false),
                7 => (270, true),
                8 => (270, false),
                _ => (0, false),
            };
            return new PictureFile("jpeg_pipe", rotation, isMirrored);
        }

        var isBmp = head.Length > 26 && head.StartsWith("BM"u8)
            && BinaryPrimitives.ReadUInt32LittleEndian(head[14..]) is 12 or 40 or 108 or 124;
        var format = head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "png_pipe"
            : head.Length > 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) ? "webp_pipe"
            : isBmp ? "bmp_pipe"
            : null;
        return format is null ? null : new PictureFile(format, 0, false);
    }

    /// <summary>The probed file with what its own beginning says.</summary>
    public ProbeResult Complete(ProbeResult probed)
    {
        var info = probed.Info;
        var isTurned = (Rotation is 90 or 270) != (info.Rotation is 90 or 270);
        return probed with
        {
            PictureFormat = Format,
            IsMirrored = IsMirrored,
            Info = info with
            {
                Rotation = Rotation,
                Width = isTurned ? info.Height : info.Width,
                Height = isTurned ? info.Width : info.Height,
            },
        };
    }

    // Segments up to the first scan; the one of EXIF holds a TIFF file, whose first directory has the orientation.
    private static int Orientation(ReadOnlySpan<byte> jpeg)
    {
        var at = 2;
        while (at + 4 <= jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] is not (0xDA or 0xD9))
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            var end = at + 2 + length;
            if (length < 2 || end > jpeg.Length)
            {
                return 1;
            }

            var content = jpeg[(at + 4)..end];
            if (jpeg[at + 1] == 0xE1 && content.StartsWith("Exif\0\0"u8))
            {
                return OfTiff(content[6..]);
            }

            at = end;
        }

        return 1;
    }

    private static int OfTiff(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
        {
            return 1;
        }

        var isLittle = tiff.StartsWith("II"u8);
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2)
        {
            return 1;
        }

        var count = Read16(tiff[(int)directory..], isLittle);
        for (var i = 0; i < count; i++)
        {
            var entry = (int)directory + 2 + (12 * i);
            if (entry + 12 > tiff.Length)
            {
                return 1;
            }

            if (Read16(tiff[entry..], isLittle) == 0x0112)
            {
                return Read16(tiff[(entry + 8)..], isLittle);
            }
        }

        return 1;
    }

    private static int Read16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
