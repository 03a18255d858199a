// Demultiplexes NUT, the container in which the decoder child hands over raw pictures and sound with exact time stamps.
// Source: the NUT specification (nut.txt, version 3/4). Handles main, stream, info and index packets, syncpoints, the frame code
// table, elided headers and all checksums of headers. Cost: a few dozen byte operations a frame; payloads are not touched.
// Strict: the first wrong byte is an exception. There is no resynchronisation, because the sender is our own child: if its bytes
// are wrong, something is broken and guessing would hide it. No allocation depends on a number in the stream.
namespace VideoTools.Engine.Media.Decoding.Nut;

/// <summary>Reads a NUT stream from start to end: headers, then for each frame its header and its payload.</summary>
internal sealed class NutReader(Stream stream)
{
    private const ulong MainStartcode = 0x4E4D_7A56_1F5F_04AD;
    private const ulong StreamStartcode = 0x4E53_1140_5BF2_F9DB;
    private const ulong SyncpointStartcode = 0x4E4B_E4AD_EECA_4569;
    private const ulong IndexStartcode = 0x4E58_DD67_2F23_E64E;
    private const ulong InfoStartcode = 0x4E49_AB68_B596_BA78;
    private const int MaxPacket = 1 << 24;

    // Far beyond any video, and far enough from the end of the type that a sum of two can't overflow.
    private const long MaxPts = 1L << 60;
    private static readonly byte[] _fileId = "nut/multimedia container\0"u8.ToArray();

    private readonly NutInput _input = new(stream);
    private NutMainHeader? _main;
    private NutStreamInfo[] _streams = [];
    private long[] _lastPts = [];
    private bool _afterSyncpoint;
    private byte[] _elided = [];
    private int _pending;

    /// <summary>The streams, known after <see cref="ReadHeaders"/>.</summary>
    public IReadOnlyList<NutStreamInfo> Streams => _streams;

    /// <summary>Bytes read so far.</summary>
    public long Offset => _input.Offset;

    /// <summary>Reads everything before the first frame. False when the stream is empty.</summary>
    /// <exception cref="NutFormatException">The bytes are not NUT, or end too early.</exception>
    public bool ReadHeaders()
    {
        if (_input.Peek() < 0)
        {
            return false;
        }

        foreach (var expected in _fileId)
        {
            if (_input.ReadByte() != expected)
            {
                throw new NutFormatException("The stream does not start like NUT.");
            }
        }

        while (_main is null || Array.Exists(_streams, s => s is null))
        {
            if (_input.Peek() < 0)
            {
                throw new NutFormatException("The stream ends inside its headers.", isEndOfStream: true);
            }

            ReadPacket();
        }

        return true;
    }

    /// <summary>Goes to the next frame; an unread payload is skipped. False at the end of the stream.</summary>
    /// <exception cref="NutFormatException">The bytes are wrong, or end inside a frame.</exception>
    public bool ReadFrameHeader(out NutFrameHeader header)
    {
        if (_main is null)
        {
            throw new InvalidOperationException("Headers come first.");
        }

        if (_pending > 0)
        {
            _input.Skip(_pending - _elided.Length);
            _pending = 0;
        }

        while (true)
        {
            var next = _input.Peek();
            if (next < 0)
            {
                header = default;
                return false;
            }

            if (next != 'N')
            {
                header = ReadFrame(_main);
                return true;
            }

            ReadPacket();
        }
    }

    /// <summary>Reads the payload of the current frame; the destination has exactly its size.</summary>
    public void ReadPayload(Span<byte> destination)
    {
        if (destination.Length != _pending)
        {
            throw new ArgumentException("The destination must have the size of the payload.", nameof(destination));
        }

        _elided.CopyTo(destination);
        _input.ReadPayload(destination[_elided.Length..]);
        _pending = 0;
    }

    /// <summary>Reads the payload of the current frame into a buffer of the pool.</summary>
    /// <exception cref="NutFormatException">It does not have the size of the pool's pictures.</exception>
    public byte[] ReadPicture(NutFrameHeader header, FramePool pool)
    {
        if (header.Size != pool.BufferSize)
        {
            throw new NutFormatException($"A picture has {header.Size} bytes, {pool.BufferSize} were expected.");
        }

        var buffer = pool.Rent();
        ReadPayload(buffer);
        return buffer;
    }

    private NutFrameHeader ReadFrame(NutMainHeader main)
    {
        if (!_afterSyncpoint)
        {
            throw new NutFormatException($"A frame at byte {_input.Offset} comes before the first syncpoint.");
        }

        _input.ResetChecksum();
        var code = main.FrameCodes[_input.ReadByte()];
        var flags = code.Flags;
        if ((flags & NutFrameFlags.Invalid) != 0)
        {
            throw new NutFormatException($"The frame code at byte {_input.Offset} is not used.");
        }

        if ((flags & NutFrameFlags.Coded) != 0)
        {
            flags ^= (NutFrameFlags)_input.ReadInt32(0xFFFF, "Frame flags");
        }

        if ((flags & (NutFrameFlags.SideData | NutFrameFlags.Invalid)) != 0)
        {
            throw new NutFormatException($"The frame at byte {_input.Offset} has flags that were not agreed on.");
        }

        var id = (flags & NutFrameFlags.StreamId) != 0 ? _input.ReadInt32(_streams.Length - 1, "Stream number") : code.StreamId;
        var pts = (flags & NutFrameFlags.CodedPts) != 0 ? ReadPts(id) : _lastPts[id] + code.PtsDelta;
        long size = code.SizeLsb;
        if ((flags & NutFrameFlags.SizeMsb) != 0)
        {
            size += (long)_input.ReadInt32(int.MaxValue, "Frame size") * code.SizeMultiplier;
        }

        if ((flags & NutFrameFlags.MatchTime) != 0)
        {
            _input.ReadSigned();
        }

        var headerIndex = (flags & NutFrameFlags.HeaderIndex) != 0
            ? _input.ReadInt32(main.ElisionHeaders.Length - 1, "Header number")
            : code.HeaderIndex;
        var reserved = (flags & NutFrameFlags.Reserved) != 0 ? _input.ReadInt32(256, "Reserved count") : code.ReservedCount;
        for (var i = 0; i < reserved; i++)
        {
            _input.ReadVariable();
        }

        if ((flags & NutFrameFlags.Checksum) != 0)
        {
            VerifyChecksum("frame header");
        }

        // The size counts the elided bytes too; frames over 4096 bytes never have any.
        _elided = size > 4096 ? [] : main.ElisionHeaders[headerIndex];
        if (size > int.MaxValue || size < _elided.Length)
        {
            throw new NutFormatException($"A frame of {size} bytes at byte {_input.Offset} is impossible.");
        }

        if (Math.Abs(pts) > MaxPts)
        {
            throw new NutFormatException("A time stamp is out of range.");
        }

        _lastPts[id] = pts;
        _pending = (int)size;
        return new NutFrameHeader(id, pts, _pending);
    }

    private long ReadPts(int id)
    {
        var shift = _streams[id].MsbPtsShift;
        var coded = _input.ReadVariable();
        if (coded >= 1UL << shift)
        {
            var pts = coded - (1UL << shift);
            return pts <= MaxPts ? (long)pts : throw new NutFormatException("A time stamp is out of range.");
        }

        var mask = (1L << shift) - 1;
        var delta = _lastPts[id] - (mask / 2);
        return (((long)coded - delta) & mask) + delta;
    }

    private void ReadPacket()
    {
        _input.ResetChecksum();
        var startcode = _input.ReadUInt64();
        var length = _input.ReadInt32(MaxPacket, "Packet length");
        if (length > 4096)
        {
            VerifyChecksum("packet header");
        }

        if (length < 4)
        {
            throw new NutFormatException("A packet has no room for its checksum.");
        }

        _input.ResetChecksum();
        var end = _input.Offset + length;
        switch (startcode)
        {
            case MainStartcode:
                ReadMainHeader();
                break;
            case StreamStartcode:
                ReadStreamHeader();
                break;
            case SyncpointStartcode:
                ReadSyncpoint();
                break;
            case InfoStartcode or IndexStartcode:
                break;
            default:
                throw new NutFormatException($"The packet before byte {_input.Offset} is of no known kind.");
        }

        var unread = end - 4 - _input.Offset;
        if (unread < 0)
        {
            throw new NutFormatException($"A packet before byte {_input.Offset} is shorter than its content.");
        }

        for (; unread > 0; unread--)
        {
            _input.ReadByte(); // Reserved bytes of later versions, tags, index: they count for the checksum only.
        }

        VerifyChecksum("packet");
    }

    private void ReadMainHeader()
    {
        // Headers are repeated within the stream; the repeated one must describe the same streams.
        var main = NutMainHeader.Read(_input);
        if (_main is null)
        {
            if (main.StreamCount == 0)
            {
                throw new NutFormatException("There is no stream.");
            }

            _streams = new NutStreamInfo[main.StreamCount];
            _lastPts = new long[main.StreamCount];
        }
        else if (main.StreamCount != _streams.Length)
        {
            throw new NutFormatException("A repeated header has other streams.");
        }

        _main = main;
    }

    private void ReadStreamHeader()
    {
        var main = _main ?? throw new NutFormatException("A stream header comes before the main header.");
        var info = NutStreamInfo.Read(_input, main);
        if (_streams[info.Index] is { } known && known != info)
        {
            throw new NutFormatException("A repeated stream header differs.");
        }

        _streams[info.Index] = info;
    }

    private void ReadSyncpoint()
    {
        var main = _main ?? throw new NutFormatException("A syncpoint comes before the main header.");
        var coded = _input.ReadVariable();
        _input.ReadVariable(); // Distance back to the previous syncpoint: only seeking needs it.
        if (main.HasTransmitTime)
        {
            _input.ReadVariable();
        }

        var timeBase = main.TimeBases[(int)(coded % (ulong)main.TimeBases.Length)];
        var pts = coded / (ulong)main.TimeBases.Length;
        for (var i = 0; i < _streams.Length; i++)
        {
            if (_streams[i] is { } info)
            {
                var scaled = (Int128)pts * timeBase.Numerator * info.TimeBase.Denominator
                    / ((Int128)timeBase.Denominator * info.TimeBase.Numerator);
                _lastPts[i] = scaled <= MaxPts
                    ? (long)scaled
                    : throw new NutFormatException("A syncpoint's time stamp is out of range.");
            }
        }

        _afterSyncpoint = true;
    }

    private void VerifyChecksum(string what)
    {
        var computed = _input.Checksum;
        var stored = _input.ReadUInt32();
        if (computed != stored)
        {
            throw new NutFormatException($"The checksum of a {what} before byte {_input.Offset} is wrong.");
        }
    }
}
