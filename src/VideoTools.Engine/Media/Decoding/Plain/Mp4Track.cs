// Source: ISO/IEC 14496-12 (tkhd, mdhd, elst, stsd, stts, ctts, stss, stsz, stco), 14496-14 and -1 (esds), 14496-15 (avcC). A track is
// plain when all its samples last equally long, it starts at 0, nothing of it is cut away, turned or hidden: then what ffprobe says of
// it follows from the numbers of its header.
using System.Buffers.Binary;

namespace VideoTools.Engine.Media.Decoding.Plain;

/// <summary>A plain track: one of constant pace from 0 on.</summary>
internal sealed record Mp4Track
{
    public required bool IsVideo { get; init; }

    public required string Tag { get; init; }

    public required string Language { get; init; }

    public required uint TimeScale { get; init; }

    public required ulong Duration { get; init; }

    public required uint SampleCount { get; init; }

    public required uint SampleDuration { get; init; }

    public AvcPicture? Avc { get; init; }

    public bool IsReordered { get; init; }

    public (int Width, int Height) Size { get; init; }

    public (uint Width, uint Height) Aspect { get; init; }

    public int Channels { get; init; }

    public int SampleRate { get; init; }

    /// <summary>Reads a track.</summary>
    /// <param name="trak">Its box.</param>
    /// <param name="movieScale">Units of the movie a second.</param>
    /// <param name="fileSize">Bytes of the file, which all samples lie in.</param>
    /// <exception cref="FormatException">It is not plain.</exception>
    public static Mp4Track Read(ReadOnlySpan<byte> trak, uint movieScale, long fileSize)
    {
        Box.Allow(trak, "tkhd", "edts", "mdia");
        CheckHeader(Box.Find(trak, "tkhd"));
        var mdia = Box.Find(trak, "mdia");
        var mdhd = Box.Find(mdia, "mdhd");
        Check(mdhd[0] == 0, "a long header");
        var timeScale = Number(mdhd[12..]);
        var handler = System.Text.Encoding.Latin1.GetString(Box.Find(mdia, "hdlr")[8..12]);
        Check(handler is "vide" or "soun", "a handler of another kind");
        var minf = Box.Find(mdia, "minf");
        var stbl = Box.Find(minf, "stbl");
        Box.Allow(stbl, "stsd", "stts", "ctts", "stss", "stsc", "stsz", "stco", "sgpd", "sbgp");
        var isVideo = handler == "vide";
        var stts = Box.Find(stbl, "stts");
        var pieces = Number(stts[4..]);
        var (count, length) = (Number(stts[8..]), Number(stts[12..]));
        Check(pieces >= 1 && count > 0 && length > 0 && timeScale > 0, "no samples");
        ulong total = (ulong)count * length;
        if (!isVideo)
        {
            // Coded sound may end with a shorter block.
            Check(pieces <= 2, "blocks of several lengths");
            var (more, last) = pieces == 2 ? (Number(stts[16..]), Number(stts[20..])) : (0u, 0u);
            (count, total) = (count + more, total + ((ulong)more * last));
        }
        else
        {
            Check(pieces == 1, "frames of several lengths");
        }

        ulong duration = Number(mdhd[16..]);
        Check(duration == total, "a length of its own");
        CheckSamples(stbl, count, fileSize);
        CheckStart(trak, stbl, duration, timeScale, movieScale, isVideo);
        var track = new Mp4Track
        {
            IsVideo = isVideo,
            Tag = "",
            Language = LanguageOf(BinaryPrimitives.ReadUInt16BigEndian(mdhd[20..])),
            TimeScale = timeScale,
            Duration = duration,
            SampleCount = count,
            SampleDuration = length,
            IsReordered = Box.TryFind(stbl, "ctts", out _),
        };
        var stsd = Box.Find(stbl, "stsd");
        Check(Number(stsd[4..]) == 1, "several descriptions");
        var entries = stsd[8..];
        Check(Box.TryTake(ref entries, out var entry) && entries.Length == 0, "several descriptions");
        track = track with { Tag = entry.Name };
        return isVideo ? SampleEntry.WithPicture(track, entry.Content) : SampleEntry.WithSound(track, entry.Content);
    }

    internal static void Check(bool isPlain, string what)
    {
        if (!isPlain)
        {
            throw new FormatException($"The file has {what}.");
        }
    }

    internal static uint Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);

    // Upright, enabled, in no group of alternatives of which a player takes one.
    private static void CheckHeader(ReadOnlySpan<byte> tkhd)
    {
        Check(tkhd[0] == 0 && (tkhd[3] & 1) != 0, "a track that is off");
        CheckMatrix(tkhd[40..76]);
    }

    internal static void CheckMatrix(ReadOnlySpan<byte> matrix)
    {
        ReadOnlySpan<uint> upright = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];
        for (var i = 0; i < upright.Length; i++)
        {
            Check(Number(matrix[(4 * i)..]) == upright[i], "a turned picture");
        }
    }

    private static void CheckSamples(ReadOnlySpan<byte> stbl, uint count, long fileSize)
    {
        var stsz = Box.Find(stbl, "stsz");
        Check(Number(stsz[8..]) == count, "another number of sizes");
        var stco = Box.Find(stbl, "stco");
        var chunks = Number(stco[4..]);
        Check(chunks >= 1 && chunks <= count, "no chunks");
        for (var i = 0; i < chunks; i++)
        {
            Check(Number(stco[(8 + (4 * i))..]) < fileSize, "samples outside");
        }

        // The last chunk has at least the last sample; where it has more, ffmpeg itself sees the end.
        var size = Number(stsz[4..]);
        var lastSize = size > 0 ? size : Number(stsz[(int)(12 + (4 * (count - 1)))..]);
        Check(Number(stco[(int)(8 + (4 * (chunks - 1)))..]) + (long)lastSize <= fileSize, "a cut end");
        if (Box.TryFind(stbl, "stss", out var stss))
        {
            Check(Number(stss[4..]) >= 1 && Number(stss[8..]) == 1, "a first frame that is no key frame");
        }
    }

    // Frames that are stored in another order start late, by as much as the edit list takes off.
    private static void CheckStart(
        ReadOnlySpan<byte> trak, ReadOnlySpan<byte> stbl, ulong duration, uint timeScale, uint movieScale, bool isVideo)
    {
        uint first = 0;
        if (Box.TryFind(stbl, "ctts", out var ctts))
        {
            Check(isVideo && ctts[0] == 0 && Number(ctts[4..]) >= 1, "negative delays");
            first = Number(ctts[12..]);
            var lowest = first;
            for (var i = 0; i < Number(ctts[4..]); i++)
            {
                lowest = Math.Min(lowest, Number(ctts[(12 + (8 * i))..]));
            }

            Check(first < timeScale && lowest <= first, "odd delays");
        }

        if (!Box.TryFind(trak, "edts", out var edts))
        {
            Check(first == 0, "a late start");
            return;
        }

        var elst = Box.Find(edts, "elst");
        Check(elst[0] == 0 && Number(elst[4..]) == 1 && Number(elst[16..]) == 0x10000, "several edits");
        var (length, start) = (Number(elst[8..]), Number(elst[12..]));
        Check(isVideo ? start == first : start is 0 or 1024 or 2048, "an edit");
        var left = duration - (isVideo ? 0 : start);
        Check((ulong)length * timeScale >= left * movieScale, "an edit that ends early");
    }

    private static string LanguageOf(ushort packed) =>
        string.Concat((char)(0x60 + ((packed >> 10) & 31)), (char)(0x60 + ((packed >> 5) & 31)), (char)(0x60 + (packed & 31)));
}
