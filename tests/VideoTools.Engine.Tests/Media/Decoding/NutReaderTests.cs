using System.Buffers.Binary;
using VideoTools.Engine.Media.Decoding.Nut;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Media.Decoding;

public sealed class NutReaderTests
{
    private static string NutFile() => TestClip.Make(
        "two.nut",
        "-f", "lavfi", "-i", "testsrc2=s=64x48:r=24000/1001:d=2",
        "-f", "lavfi", "-i", "sine=d=2:r=16000",
        "-pix_fmt", "yuv420p", "-c:v", "rawvideo", "-c:a", "pcm_s16le", "-ac", "1", "-f", "nut");

    [RequiresFact(Needs.Ffmpeg)]
    public void Read_FfmpegsOutput_StreamsTimesAndPayloadsEqualFfmpegs()
    {
        var path = NutFile();
        var packets = TestClip.Run("ffprobe", ["-v", "error", "-show_entries", "packet=stream_index,pts,size", "-of", "csv=p=0", path])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.TrimEnd(',').Split(',').Select(long.Parse).ToArray())
            .Select(p => (Stream: (int)p[0], Pts: p[1], Size: (int)p[2]))
            .ToArray();
        var raw = Path.Combine(TestClip.Folder, "two.yuv");
        TestClip.Run("ffmpeg", ["-nostdin", "-v", "error", "-y", "-i", path, "-map", "0:v", "-f", "rawvideo", raw]);
        using var file = File.OpenRead(path);
        var reader = new NutReader(file);

        Assert.True(reader.ReadHeaders());
        var frames = new List<(int, long, int)>();
        using var pictures = new MemoryStream();
        while (reader.ReadFrameHeader(out var header))
        {
            frames.Add((header.Stream, header.Pts, header.Size));
            var payload = new byte[header.Size];
            reader.ReadPayload(payload);
            if (header.Stream == 0)
            {
                pictures.Write(payload);
            }
        }

        Assert.Equal(packets, frames);
        Assert.Equal(File.ReadAllBytes(raw), pictures.ToArray());
        Assert.Equal((64, 48), (reader.Streams[0].Width, reader.Streams[0].Height));
        Assert.Equal(NutStreamClass.Video, reader.Streams[0].Class);
        Assert.Equal(NutStreamClass.Audio, reader.Streams[1].Class);
        Assert.Equal(new Rational(16000, 1), reader.Streams[1].SampleRate);
        Assert.Equal(1, reader.Streams[1].Channels);
        Assert.Equal(new FileInfo(path).Length, reader.Offset);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Read_UnreadPayloads_AreSkipped()
    {
        using var file = File.OpenRead(NutFile());
        var reader = new NutReader(file);
        reader.ReadHeaders();
        var video = 0;
        while (reader.ReadFrameHeader(out var header))
        {
            video += header.Stream == 0 ? 1 : 0;
        }

        Assert.Equal(48, video);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Read_StreamThatTrickles_IsReadTheSame()
    {
        using var trickle = new TricklingStream(File.ReadAllBytes(NutFile()));
        Assert.True(Drain(trickle) > 48);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Read_StreamCutAnywhere_EndsOrSaysSo()
    {
        var bytes = File.ReadAllBytes(NutFile());
        foreach (var length in Enumerable.Range(1, 700).Concat(Enumerable.Range(1, 40).Select(i => i * 4999)))
        {
            try
            {
                Drain(new MemoryStream(bytes[..Math.Min(length, bytes.Length - 1)]));
            }
            catch (NutFormatException e)
            {
                Assert.True(e.IsEndOfStream, $"cut at {length}: {e.Message}");
            }
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Read_EveryDamagedHeaderByte_IsFound()
    {
        var bytes = File.ReadAllBytes(NutFile());
        var firstSync = bytes.AsSpan().IndexOf(Convert.FromHexString("4E4BE4ADEECA4569"));
        for (var i = 0; i < firstSync + 15; i++) // The syncpoint included; a small frame has no checksum.
        {
            var damaged = (byte[])bytes.Clone();
            damaged[i] ^= 0x15;
            var found = Record.Exception(() => Drain(new MemoryStream(damaged)));
            Assert.True(found is NutFormatException, $"byte {i} of {firstSync}: {found}");
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Read_RandomDamage_NeverHangsNorFailsOtherwise()
    {
        var bytes = File.ReadAllBytes(NutFile());
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var damaged = (byte[])bytes.Clone();
            for (var i = 0; i < 20; i++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            try
            {
                Drain(new MemoryStream(damaged));
            }
            catch (NutFormatException)
            {
                // Found, as it should be; damage inside of a picture is not the container's business.
            }
        }
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(0)]
    [InlineData(255)]
    public void Read_Garbage_IsRefused(byte value) =>
        Assert.Throws<NutFormatException>(() => new NutReader(new MemoryStream([.. Enumerable.Repeat(value, 5000)])).ReadHeaders());

    [RequiresFact(Needs.Ffmpeg)]
    public void Read_EmptyStream_HasNoHeaders() => Assert.False(new NutReader(new MemoryStream()).ReadHeaders());

    [RequiresFact(Needs.Ffmpeg)]
    public void Read_PacketOfImpossibleLength_IsRefusedWithoutAllocating()
    {
        byte[] start = [.. "nut/multimedia container\0"u8, .. new byte[8], 0x8F, 0xFF, 0xFF, 0xFF, 0x7F];
        BinaryPrimitives.WriteUInt64BigEndian(start.AsSpan(25), 0x4E4D_7A56_1F5F_04AD);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Throws<NutFormatException>(() => new NutReader(new MemoryStream(start)).ReadHeaders());

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1 << 20);
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData(new byte[] { 0x00 }, 0)]
    [InlineData(new byte[] { 0x01 }, 1)]
    [InlineData(new byte[] { 0x02 }, -1)]
    [InlineData(new byte[] { 0x03 }, 2)]
    [InlineData(new byte[] { 0x81, 0x00 }, -64)]
    public void ReadSigned_SpecifiedCoding_Value(byte[] bytes, long expected) =>
        Assert.Equal(expected, new NutInput(new MemoryStream(bytes)).ReadSigned());

    [RequiresFact(Needs.Ffmpeg)]
    public void ReadVariable_MoreThan64Bits_IsRefused() =>
        Assert.Throws<NutFormatException>(() => new NutInput(new MemoryStream([.. Enumerable.Repeat((byte)0xFF, 30), 0])).ReadVariable());

    private static int Drain(Stream stream)
    {
        var reader = new NutReader(stream);
        if (!reader.ReadHeaders())
        {
            return 0;
        }

        var count = 0;
        while (reader.ReadFrameHeader(out _))
        {
            count++;
        }

        return count;
    }

    /// <summary>Gives one to seven bytes a read, as a pipe may.</summary>
    private sealed class TricklingStream(byte[] bytes) : MemoryStream(bytes)
    {
        private int _turn;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, (_turn++ % 7) + 1)]);
    }
}
