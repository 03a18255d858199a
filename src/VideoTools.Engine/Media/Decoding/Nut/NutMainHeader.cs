// Reads NUT's main header: time bases, the table that gives the first byte of each frame its meaning, and the header bytes that
// were taken out of the frames ("elision"). Source: the NUT specification (version 3 and 4).
namespace VideoTools.Engine.Media.Decoding.Nut;

internal sealed class NutMainHeader
{
    private const long MaxPtsDelta = 1L << 40;
    private const int MaxStreams = 256;
    private const int MaxTimeBases = 256;
    private const int MaxElisionHeaders = 128;
    private const int MaxElisionBytes = 1024;

    public required int StreamCount { get; init; }

    public required Rational[] TimeBases { get; init; }

    public required NutFrameCode[] FrameCodes { get; init; }

    /// <summary>Bytes that precede a frame's stored bytes; number 0 is always empty.</summary>
    public required byte[][] ElisionHeaders { get; init; }

    /// <summary>True when syncpoints carry a transmission time (broadcast mode).</summary>
    public required bool HasTransmitTime { get; init; }

    public static NutMainHeader Read(NutInput input)
    {
        var version = input.ReadInt32(100, "NUT version");
        if (version is < 2 or > 4)
        {
            throw new NutFormatException($"NUT version {version} is not known.");
        }

        if (version > 3)
        {
            input.ReadVariable();
        }

        var streams = input.ReadInt32(MaxStreams, "Number of streams");
        input.ReadVariable(); // Largest distance of two syncpoints: only seeking needs it.
        var timeBases = ReadTimeBases(input);
        var codes = ReadFrameCodes(input, streams);
        var elision = ReadElisionHeaders(input);
        foreach (var code in codes)
        {
            if (code.HeaderIndex >= elision.Length)
            {
                throw new NutFormatException("The frame table names a header that does not exist.");
            }
        }

        var flags = version > 3 ? input.ReadVariable() : 0;
        return new NutMainHeader
        {
            StreamCount = streams,
            TimeBases = timeBases,
            FrameCodes = codes,
            ElisionHeaders = elision,
            HasTransmitTime = (flags & 1) != 0,
        };
    }

    private static Rational[] ReadTimeBases(NutInput input)
    {
        var count = input.ReadInt32(MaxTimeBases, "Number of time bases");
        if (count == 0)
        {
            throw new NutFormatException("The main header has no time base.");
        }

        var timeBases = new Rational[count];
        for (var i = 0; i < count; i++)
        {
            var numerator = input.ReadInt32(int.MaxValue, "Time base");
            var denominator = input.ReadInt32(int.MaxValue, "Time base");
            if (numerator == 0 || denominator == 0)
            {
                throw new NutFormatException("A time base is 0.");
            }

            timeBases[i] = new Rational(numerator, denominator);
        }

        return timeBases;
    }

    private static NutFrameCode[] ReadFrameCodes(NutInput input, int streams)
    {
        var codes = new NutFrameCode[256];
        long pts = 0;
        int multiplier = 1, stream = 0, headerIndex = 0;
        for (var i = 0; i < 256;)
        {
            var flags = (NutFrameFlags)input.ReadInt32(0xFFFF, "Frame flags");
            var fields = input.ReadInt32(64, "Number of fields");
            pts = fields > 0 ? Math.Clamp(input.ReadSigned(), -MaxPtsDelta, MaxPtsDelta) : pts;
            multiplier = fields > 1 ? input.ReadInt32(1 << 16, "Size multiplier") : multiplier;
            stream = fields > 2 ? input.ReadInt32(MaxStreams, "Stream number") : stream;
            var size = fields > 3 ? input.ReadInt32(1 << 16, "Size") : 0;
            var reserved = fields > 4 ? input.ReadInt32(256, "Reserved count") : 0;
            var count = fields > 5 ? input.ReadInt32(256, "Run of frame codes") : multiplier - size;
            if (fields > 6)
            {
                input.ReadSigned(); // match_time_delta: only editors need it.
            }

            headerIndex = fields > 7 ? input.ReadInt32(MaxElisionHeaders, "Header number") : headerIndex;
            for (var field = 8; field < fields; field++)
            {
                input.ReadVariable();
            }

            // 'N' starts a packet, never a frame, so it takes no place in the run. A run of 0 would never end.
            if (count <= 0 || i + count > 256)
            {
                throw new NutFormatException("A run of the frame table is empty or too long.");
            }

            var valid = (flags & NutFrameFlags.Invalid) == 0;
            if (valid && (stream >= streams || multiplier == 0))
            {
                throw new NutFormatException("The frame table names a stream that does not exist.");
            }

            for (var j = 0; j < count && i < 256; i++)
            {
                if (i == 'N')
                {
                    codes[i] = new NutFrameCode(NutFrameFlags.Invalid, 0, 1, 0, 0, 0, 0);
                    continue;
                }

                codes[i] = new NutFrameCode(flags, stream, multiplier, size + j, pts, reserved, headerIndex);
                j++;
            }
        }

        codes['N'] = new NutFrameCode(NutFrameFlags.Invalid, 0, 1, 0, 0, 0, 0);
        return codes;
    }

    private static byte[][] ReadElisionHeaders(NutInput input)
    {
        var count = input.ReadInt32(MaxElisionHeaders - 1, "Number of elision headers");
        var headers = new byte[count + 1][];
        headers[0] = [];
        for (var i = 1; i <= count; i++)
        {
            headers[i] = new byte[input.ReadInt32(MaxElisionBytes, "Elision header")];
            input.ReadChecked(headers[i]);
        }

        return headers;
    }
}
