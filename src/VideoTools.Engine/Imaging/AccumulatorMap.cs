// Per-pixel sums over any number of frames.
// Method: kernels add 16-bit values to 16-bit partial sums, half the memory traffic of 32-bit ones; before these could overflow
// they are added to 64-bit totals, which hold 2^64 / 65535 frames. Whole numbers, so the order of frames and the vector width
// cannot change the sum. Memory: 10 bytes per pixel, whatever the length of the video.
namespace VideoTools.Engine.Imaging;

/// <summary>Sums one value per pixel and frame.</summary>
internal sealed class AccumulatorMap
{
    private readonly ushort[] _partial;
    private readonly ulong[] _totals;
    private readonly int _capacity;
    private int _partialFrames;

    /// <summary>Creates an empty map.</summary>
    /// <param name="width">Pixels per row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="maximumValue">Largest value a kernel adds for one frame.</param>
    /// <param name="rowPadding">True makes <see cref="Stride"/> a multiple of 32, so that row kernels need no tail.</param>
    public AccumulatorMap(int width, int height, int maximumValue, bool rowPadding = false)
    {
        Width = width;
        Height = height;
        Stride = rowPadding ? (width + 31) / 32 * 32 : width;
        _partial = new ushort[Stride * height];
        _totals = new ulong[width * height];
        _capacity = ushort.MaxValue / maximumValue;
    }

    /// <summary>Pixels per row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Values from one row of the partial sums to the next.</summary>
    public int Stride { get; }

    /// <summary>Partial sums to add one frame to; what lies beyond the width of a row is ignored.</summary>
    public Span<ushort> BeginFrame()
    {
        if (_partialFrames == _capacity)
        {
            Flush();
        }

        _partialFrames++;
        return _partial;
    }

    /// <summary>Partial sums to subtract the frame from that was added last.</summary>
    public Span<ushort> UndoFrame()
    {
        _partialFrames--;
        return _partial;
    }

    /// <summary>The sums so far, row by row without padding.</summary>
    public ReadOnlySpan<ulong> GetTotals()
    {
        Flush();
        return _totals;
    }

    private void Flush()
    {
        for (var y = 0; y < Height; y++)
        {
            var source = _partial.AsSpan(y * Stride, Width);
            var target = _totals.AsSpan(y * Width, Width);
            for (var x = 0; x < source.Length; x++)
            {
                target[x] += source[x];
            }
        }

        MemoryMarshal.AsBytes(_partial.AsSpan()).Clear();
        _partialFrames = 0;
    }
}
