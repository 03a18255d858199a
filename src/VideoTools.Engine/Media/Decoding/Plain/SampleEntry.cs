// Source: ISO/IEC 14496-12, 12.1.3 and 12.2.3 (sample entries), 14496-15 (avcC), 14496-1, 7.2.6 (descriptors of esds), 14496-3, 1.6.2.1
// (AudioSpecificConfig). H.264 and MPEG-4 part 2 pictures, AAC-LC sound at a rate at which nothing is hidden in it (HE-AAC).
using System.Buffers.Binary;

namespace VideoTools.Engine.Media.Decoding.Plain;

/// <summary>Descriptions of the samples of a track.</summary>
internal static class SampleEntry
{
    private const int VideoHeader = 78;
    private const int SoundHeader = 28;
    private static readonly int[] Rates = [96000, 88200, 64000, 48000, 44100, 32000];

    /// <summary>The track with what is said of its pictures.</summary>
    /// <exception cref="FormatException">They are of no plain kind.</exception>
    public static Mp4Track WithPicture(Mp4Track track, ReadOnlySpan<byte> entry)
    {
        var size = (Width: BinaryPrimitives.ReadUInt16BigEndian(entry[24..]), Height: BinaryPrimitives.ReadUInt16BigEndian(entry[26..]));
        var boxes = entry[VideoHeader..];
        Box.Allow(boxes, "avcC", "esds", "pasp", "btrt", "colr");
        (uint Width, uint Height) aspect = Box.TryFind(boxes, "pasp", out var pasp)
            ? (Mp4Track.Number(pasp), Mp4Track.Number(pasp[4..]))
            : (0, 1);
        if (track.Tag == "avc1")
        {
            var config = Box.Find(boxes, "avcC");
            Mp4Track.Check(config[0] == 1 && (config[5] & 31) == 1, "several parameter sets");
            var length = BinaryPrimitives.ReadUInt16BigEndian(config[6..]);
            var picture = AvcPicture.Read(config.Slice(8, length)) ?? throw new FormatException("The file has pictures of a rare kind.");
            Mp4Track.Check((picture.Width, picture.Height) == size, "two sizes");
            var said = picture.Aspect.Width == 0 ? (1, 1) : picture.Aspect;
            Mp4Track.Check((aspect.Width == 0 ? (1, 1) : aspect) == said, "two shapes of pixels");
            if (Box.TryFind(boxes, "colr", out var colours))
            {
                // Said twice, and the same.
                var transfer = BinaryPrimitives.ReadUInt16BigEndian(colours[6..]);
                var isFull = colours[10] >> 7 != 0;
                Mp4Track.Check(
                    colours.StartsWith("nclx"u8) && transfer == picture.Transfer && isFull == picture.IsFullRange, "two colours");
            }

            return track with { Avc = picture, Size = size, Aspect = said };
        }

        var isSquare = aspect.Width == 0 || aspect.Width == aspect.Height;
        Mp4Track.Check(track.Tag == "mp4v" && isSquare && !Box.TryFind(boxes, "colr", out _), "another codec");
        var specific = Descriptor(Box.Find(boxes, "esds"), out var type);
        Mp4Track.Check(type == 0x20 && VolHeader.Read(specific) == (size.Width, size.Height), "pictures of a rare kind");
        return track with { Size = size, Aspect = (1, 1) };
    }

    /// <summary>The track with what is said of its sound.</summary>
    /// <exception cref="FormatException">It is of no plain kind.</exception>
    public static Mp4Track WithSound(Mp4Track track, ReadOnlySpan<byte> entry)
    {
        Mp4Track.Check(track.Tag == "mp4a" && BinaryPrimitives.ReadUInt16BigEndian(entry[8..]) == 0, "another codec of sound");
        var boxes = entry[SoundHeader..];
        Box.Allow(boxes, "esds", "btrt");
        var specific = Descriptor(Box.Find(boxes, "esds"), out var type);
        var bits = new BitReader(specific);
        Mp4Track.Check(type == 0x40 && bits.Bits(5) == 2, "sound of a rare kind");
        var (rate, channels) = ((int)bits.Bits(4), (int)bits.Bits(4));
        Mp4Track.Check(rate < Rates.Length && channels is 1 or 2 && Rates[rate] == track.TimeScale, "sound of a rare kind");
        return track with { SampleRate = Rates[rate], Channels = channels };
    }

    // The configuration that the decoder is given, and the kind of the stream.
    private static ReadOnlySpan<byte> Descriptor(ReadOnlySpan<byte> esds, out byte type)
    {
        var stream = Take(esds[4..], 3);
        Mp4Track.Check(stream[2] == 0, "streams that depend on others");
        var config = Take(stream[3..], 4);
        type = config[0];
        return Take(config[13..], 5);
    }

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> bytes, byte tag)
    {
        Mp4Track.Check(bytes[0] == tag, "descriptors in another order");
        var (length, at) = (0, 1);
        do
        {
            length = (length << 7) | (bytes[at] & 0x7F);
        }
        while ((bytes[at++] & 0x80) != 0 && at < 5);

        return bytes.Slice(at, length);
    }
}
