// Method: starting ffprobe takes some 60 ms of a core, nine tenths of it loading its libraries: of a folder of small clips that is most
// of the time. Where an MP4 file is small and plain, everything that ffprobe would say, and that is used of it, follows from some
// numbers of its header: they are written down as ffprobe's JSON and read by the same parser. Plain is: one picture of H.264 or MPEG-4
// part 2, progressive, upright, of constant rate from 0 on; sound of AAC-LC; no fragments, chapters, covers, texts, or anything else
// that is not known here. Of every other file nothing is said, and ffprobe is asked: a wrong answer is worse than a slow one.
// Cost: two reads of the file and some microseconds.
using System.Buffers.Binary;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Media.Decoding.Plain;

/// <summary>Describes small plain MP4 files without a child.</summary>
internal static class Mp4Header
{
    /// <summary>Larger files take so long to decode that a start more does not count.</summary>
    public const long MaxFileBytes = 32 << 20;

    private const int MaxHeaderBytes = 1 << 20;
    private const int MaxTracks = 8;

    // Seconds from 1904, which the format counts from, to 1970.
    private const long Epoch = 2_082_844_800;

    /// <summary>What ffprobe would say of a file, as far as it is used.</summary>
    /// <param name="fullName">A file that was looked at (<see cref="FileChecks"/>).</param>
    /// <param name="fileSize">Its size in bytes.</param>
    /// <returns>JSON; null when the file is not plain.</returns>
    public static byte[]? Describe(string fullName, long fileSize)
    {
        if (fileSize > MaxFileBytes)
        {
            return null;
        }

        try
        {
            using var handle = File.OpenHandle(fullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var (ftyp, moov) = ReadBoxes(handle, fileSize);
            return ftyp is null || moov is null ? null : Describe(ftyp, moov, fileSize);
        }
        catch (Exception other) when (other is FormatException or ArgumentException or IndexOutOfRangeException or OverflowException
            or IOException or UnauthorizedAccessException)
        {
            return null; // Not plain, not whole, or no MP4 file at all.
        }
    }

    /// <summary>The same of the bytes of its boxes.</summary>
    /// <exception cref="FormatException">It is not plain; other exceptions of ranges where it is damaged.</exception>
    internal static byte[] Describe(ReadOnlySpan<byte> ftyp, ReadOnlySpan<byte> moov, long fileSize)
    {
        Box.Allow(moov, "mvhd", "trak", "udta", "iods");
        var mvhd = Box.Find(moov, "mvhd");
        Mp4Track.Check(mvhd[0] == 0, "a long header");
        Mp4Track.CheckMatrix(mvhd[36..72]);
        var (scale, duration) = (Mp4Track.Number(mvhd[12..]), Mp4Track.Number(mvhd[16..]));
        Mp4Track.Check(scale > 0 && duration > 0, "no length");
        List<Mp4Track> tracks = [];
        var rest = moov;
        while (Box.TryTake(ref rest, out var box))
        {
            if (box.Name == "trak")
            {
                tracks.Add(Mp4Track.Read(box.Content, scale, fileSize));
                Mp4Track.Check(tracks.Count <= MaxTracks, "many tracks");
            }
        }

        Mp4Track.Check(tracks.Count(track => track.IsVideo) == 1, "no picture, or two");
        foreach (var track in tracks.Where(track => track.IsVideo))
        {
            Mp4Track.Check((ulong)track.Size.Width * (ulong)track.Size.Height <= InputSafety.MostPixels, "a picture that is too large");
            Mp4Track.Check(track.Avc is not null || !track.IsReordered, "an order that only the decoder knows");
        }

        var tags = Tags(ftyp, moov, Mp4Track.Number(mvhd[4..]));
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray("streams");
            for (var i = 0; i < tracks.Count; i++)
            {
                Write(json, i, tracks[i]);
            }

            json.WriteEndArray();
            json.WriteStartArray("chapters");
            json.WriteEndArray();
            json.WriteStartObject("format");
            json.WriteString("format_name", "mov,mp4,m4a,3gp,3g2,mj2");
            json.WriteString("start_time", "0.000000");
            json.WriteString("duration", Seconds(duration, scale));
            json.WriteStartObject("tags");
            foreach (var (name, value) in tags)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static (byte[]? Ftyp, byte[]? Moov) ReadBoxes(Microsoft.Win32.SafeHandles.SafeFileHandle handle, long fileSize)
    {
        byte[]? ftyp = null;
        byte[]? moov = null;
        Span<byte> header = stackalloc byte[8];
        for (long at = 0; at < fileSize;)
        {
            if (RandomAccess.Read(handle, header, at) < header.Length)
            {
                return default;
            }

            var (size, name) = (BinaryPrimitives.ReadUInt32BigEndian(header), System.Text.Encoding.Latin1.GetString(header[4..]));
            if (size < 8 || at + size > fileSize || (ftyp is null && name != "ftyp"))
            {
                return default;
            }

            switch (name)
            {
                case "ftyp" when ftyp is null && size <= 1024:
                    ftyp = Content(handle, at, size);
                    break;
                case "moov" when moov is null && size <= MaxHeaderBytes:
                    moov = Content(handle, at, size);
                    break;
                case "mdat" or "free" or "skip" or "wide":
                    break;
                default:
                    return default;
            }

            at += size;
        }

        return (ftyp, moov);
    }

    private static byte[]? Content(Microsoft.Win32.SafeHandles.SafeFileHandle handle, long at, uint size)
    {
        var bytes = new byte[size - 8];
        return RandomAccess.Read(handle, bytes, at + 8) == bytes.Length ? bytes : null;
    }

    private static void Write(Utf8JsonWriter json, int index, Mp4Track track)
    {
        json.WriteStartObject();
        json.WriteNumber("index", index);
        json.WriteString("codec_name", track.IsVideo ? track.Avc is null ? "mpeg4" : "h264" : "aac");
        json.WriteString("codec_type", track.IsVideo ? "video" : "audio");
        json.WriteString("codec_tag_string", track.Tag);
        if (track.IsVideo)
        {
            WritePicture(json, track);
        }
        else
        {
            json.WriteString("sample_rate", Text(track.SampleRate));
            json.WriteNumber("channels", track.Channels);
            json.WriteString("r_frame_rate", "0/0");
            json.WriteString("avg_frame_rate", "0/0");
        }

        json.WriteString("time_base", "1/" + Text(track.TimeScale));
        json.WriteNumber("start_pts", 0);
        json.WriteString("start_time", "0.000000");
        json.WriteString("nb_frames", Text(track.SampleCount));
        json.WriteStartObject("disposition");
        json.WriteNumber("default", 1);
        json.WriteEndObject();
        json.WriteStartObject("tags");
        json.WriteString("language", track.Language);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePicture(Utf8JsonWriter json, Mp4Track track)
    {
        json.WriteNumber("width", track.Size.Width);
        json.WriteNumber("height", track.Size.Height);
        json.WriteNumber("coded_width", track.Size.Width);
        json.WriteNumber("coded_height", track.Size.Height);
        json.WriteString("sample_aspect_ratio", FormattableString.Invariant($"{track.Aspect.Width}:{track.Aspect.Height}"));
        json.WriteString("pix_fmt", track.Avc is { IsFullRange: true } ? "yuvj420p" : "yuv420p");
        if (track.Avc is { } avc)
        {
            json.WriteString("field_order", "progressive");
            json.WriteString("bits_per_raw_sample", "8");
            if (avc.IsFullRange)
            {
                json.WriteString("color_range", "pc");
            }

            if (TransferName(avc.Transfer) is { } transfer)
            {
                json.WriteString("color_transfer", transfer);
            }
        }

        var divisor = (uint)System.Numerics.BigInteger.GreatestCommonDivisor(track.TimeScale, track.SampleDuration);
        var rate = FormattableString.Invariant($"{track.TimeScale / divisor}/{track.SampleDuration / divisor}");
        json.WriteString("r_frame_rate", rate);
        json.WriteString("avg_frame_rate", rate);
        json.WriteNumber("duration_ts", track.Duration);
        json.WriteString("duration", Seconds(track.Duration, track.TimeScale));
    }

    // ITU-T H.273, table 3, by ffmpeg's names.
    private static string? TransferName(uint? code) => code switch
    {
        null or 2 => null,
        1 => "bt709",
        4 => "bt470m",
        5 => "bt470bg",
        6 => "smpte170m",
        7 => "smpte240m",
        8 => "linear",
        11 => "iec61966-2-4",
        13 => "iec61966-2-1",
        14 => "bt2020-10",
        15 => "bt2020-12",
        16 => "smpte2084",
        18 => "arib-std-b67",
        _ => throw new FormatException("The transfer of light is of a rare kind."),
    };

    private static List<(string Name, string Value)> Tags(ReadOnlySpan<byte> ftyp, ReadOnlySpan<byte> moov, uint created)
    {
        List<(string, string)> tags =
        [
            ("major_brand", Ascii(ftyp[..4])),
            ("minor_version", Text((int)Mp4Track.Number(ftyp[4..]))),
            ("compatible_brands", Ascii(ftyp[8..])),
        ];
        if (created > 0)
        {
            Mp4Track.Check(created > Epoch, "a time before 1970");
            var time = DateTime.UnixEpoch.AddSeconds(created - Epoch);
            tags.Add(("creation_time", time.ToString("yyyy-MM-dd'T'HH:mm:ss'.000000Z'", CultureInfo.InvariantCulture)));
        }

        if (!Box.TryFind(moov, "udta", out var udta))
        {
            return tags;
        }

        Box.Allow(udta, "meta");
        var meta = Box.Find(udta, "meta")[4..];
        Box.Allow(meta, "hdlr", "ilst", "free");
        Mp4Track.Check(Ascii(Box.Find(meta, "hdlr")[8..12]) == "mdir", "tags of another kind");
        var items = Box.Find(meta, "ilst");
        while (Box.TryTake(ref items, out var item))
        {
            var data = Box.Find(item.Content, "data");
            Mp4Track.Check(Mp4Track.Number(data) == 1, "a tag that is no text");
            tags.Add((TagName(item.Name), new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(data[8..])));
        }

        return tags;
    }

    private static string TagName(string name) => name switch
    {
        "\u00A9too" => "encoder",
        "\u00A9nam" => "title",
        "\u00A9ART" => "artist",
        "\u00A9alb" => "album",
        "\u00A9cmt" => "comment",
        "\u00A9day" => "date",
        _ => throw new FormatException($"The tag {name} is not plain."),
    };

    private static string Ascii(ReadOnlySpan<byte> bytes) =>
        bytes.ContainsAnyExceptInRange((byte)' ', (byte)'~')
            ? throw new FormatException("A name is none.")
            : System.Text.Encoding.ASCII.GetString(bytes);

    // As ffmpeg says it: rounded to microseconds.
    private static string Seconds(ulong units, uint scale)
    {
        var microseconds = decimal.Round((decimal)units * 1_000_000 / scale, MidpointRounding.AwayFromZero);
        return (microseconds / 1_000_000).ToString("F6", CultureInfo.InvariantCulture);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
