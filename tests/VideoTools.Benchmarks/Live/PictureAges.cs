using System.Runtime.InteropServices;
using JpegLibrary;
using VideoTools.TestMedia.Live;

namespace VideoTools.Benchmarks.Live;

/// <summary>Reads the numbers of the pictures that a model is sent, and how old they are then. Thread-safe.</summary>
internal sealed class PictureAges
{
    private readonly Lock _gate = new();
    private readonly List<double> _ages = [];
    private NumberedSource? _source;

    /// <summary>Pictures of this source follow; null for none.</summary>
    public void Follow(NumberedSource? source)
    {
        lock (_gate)
        {
            _source = source;
        }
    }

    /// <summary>Takes the pictures of one call; the newest counts.</summary>
    public void Add(IReadOnlyList<ReadOnlyMemory<byte>> pictures)
    {
        lock (_gate)
        {
            if (_source is { } source && pictures.Count > 0)
            {
                _ages.Add(source.AgeOf(Number(pictures[^1])));
            }
        }
    }

    /// <summary>The ages since the last time they were taken, in order of size.</summary>
    public IReadOnlyList<double> Take()
    {
        lock (_gate)
        {
            double[] taken = [.. _ages.Order()];
            _ages.Clear();
            return taken;
        }
    }

    private static int Number(ReadOnlyMemory<byte> picture)
    {
        var decoder = new JpegDecoder();
        decoder.SetInput(picture);
        decoder.Identify();
        var writer = new Luma(decoder.Width, decoder.Height);
        decoder.SetOutputWriter(writer);
        decoder.Decode();
        return BarCode.Read(writer.Pixels, decoder.Width);
    }

    private sealed class Luma(int width, int height) : JpegBlockOutputWriter
    {
        public byte[] Pixels { get; } = new byte[width * height];

        public override void WriteBlock(ref short blockRef, int componentIndex, int x, int y)
        {
            if (componentIndex != 0)
            {
                return;
            }

            var block = MemoryMarshal.CreateReadOnlySpan(ref blockRef, 64);
            for (var i = 0; i < 64; i++)
            {
                var (column, row) = (x + (i % 8), y + (i / 8));
                if (column < width && row < height)
                {
                    Pixels[(row * width) + column] = (byte)Math.Clamp((int)block[i], 0, 255);
                }
            }
        }
    }
}
