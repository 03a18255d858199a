using System.Buffers.Binary;

namespace VideoTools.Engine.Media.Decoding.Nut;

/// <summary>
/// Bytes of a NUT stream. Small reads (headers) come from a buffer and are added to a running checksum; large ones (pictures) go
/// straight from the stream into the caller's buffer, so that a picture is copied once, by the kernel.
/// </summary>
internal sealed class NutInput(Stream stream)
{
    // Small on purpose: what is read ahead of a picture has to be copied once more.
    private readonly byte[] _buffer = new byte[4096];
    private int _position;
    private int _length;

    /// <summary>Checksum of the small reads since <see cref="ResetChecksum"/>.</summary>
    public uint Checksum { get; private set; }

    /// <summary>Bytes taken so far.</summary>
    public long Offset { get; private set; }

    public void ResetChecksum() => Checksum = 0;

    /// <summary>The next byte without taking it, -1 at the end of the stream.</summary>
    public int Peek() => _position < _length || Fill() ? _buffer[_position] : -1;

    public byte ReadByte()
    {
        if (_position >= _length && !Fill())
        {
            throw EndOfStream();
        }

        var value = _buffer[_position++];
        Offset++;
        Checksum = NutCrc.Append(Checksum, [value]);
        return value;
    }

    public uint ReadUInt32()
    {
        Span<byte> bytes = stackalloc byte[4];
        ReadChecked(bytes);
        return BinaryPrimitives.ReadUInt32BigEndian(bytes);
    }

    public ulong ReadUInt64()
    {
        Span<byte> bytes = stackalloc byte[8];
        ReadChecked(bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    /// <summary>A number of variable length ("v"): 7 bits a byte, highest first, the top bit says that more follow.</summary>
    public ulong ReadVariable()
    {
        ulong value = 0;
        while (true)
        {
            var b = ReadByte();
            if (value >> 57 != 0)
            {
                throw new NutFormatException($"A number at byte {Offset} is larger than 64 bits.");
            }

            value = (value << 7) | (uint)(b & 0x7F);
            if ((b & 0x80) == 0)
            {
                return value;
            }
        }
    }

    /// <summary>A signed number ("s"): 0, 1, -1, 2, -2 and so on are stored as 0, 1, 2, 3, 4.</summary>
    public long ReadSigned()
    {
        var value = ReadVariable();
        if (value > long.MaxValue - 1)
        {
            throw new NutFormatException($"A number at byte {Offset} is out of range.");
        }

        var next = (long)value + 1;
        return (next & 1) != 0 ? -(next >> 1) : next >> 1;
    }

    /// <summary>A number that must not exceed <paramref name="maximum"/>; the name is for the error.</summary>
    public int ReadInt32(int maximum, string name)
    {
        var value = ReadVariable();
        return value <= (ulong)maximum
            ? (int)value
            : throw new NutFormatException($"{name} is {value} at byte {Offset}, at most {maximum} is allowed.");
    }

    /// <summary>Small bytes that count for the checksum.</summary>
    public void ReadChecked(Span<byte> destination)
    {
        foreach (ref var b in destination)
        {
            b = ReadByte();
        }
    }

    /// <summary>Fills the destination; what is not buffered yet comes straight from the stream.</summary>
    public void ReadPayload(Span<byte> destination)
    {
        var buffered = Math.Min(_length - _position, destination.Length);
        _buffer.AsSpan(_position, buffered).CopyTo(destination);
        _position += buffered;
        Offset += buffered;
        var rest = destination[buffered..];
        if (!rest.IsEmpty)
        {
            var read = stream.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false);
            Offset += read;
            if (read < rest.Length)
            {
                throw EndOfStream();
            }
        }
    }

    /// <summary>Takes bytes nobody wants; never allocates by their number.</summary>
    public void Skip(long count)
    {
        while (count > 0)
        {
            if (_position >= _length && !Fill())
            {
                throw EndOfStream();
            }

            var step = (int)Math.Min(count, _length - _position);
            _position += step;
            Offset += step;
            count -= step;
        }
    }

    private bool Fill()
    {
        _position = 0;
        _length = stream.Read(_buffer);
        return _length > 0;
    }

    private NutFormatException EndOfStream() => new($"The stream ends inside a packet, at byte {Offset}.", isEndOfStream: true);
}
