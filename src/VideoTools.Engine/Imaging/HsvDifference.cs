using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Imaging;

/// <summary>Mean absolute HSV difference of each frame to the one before.</summary>
// Method: YUV to RGB to 8-bit HSV (H 0..179) with OpenCV's fixed-point division tables (12 bits), compared with the kept planes of
// the frame before and written over them, all in one pass. The vector form computes the table entries by a float division, which
// gives the same integers for every divisor (a test proves it). Cost: about 0.1 ms for 320x180 with 256-bit vectors.
internal sealed class HsvDifference
{
    private const int Shift = 12;
    private const int Half = 1 << (Shift - 1);
    private const float SaturationScale = 255 << Shift;
    private const float HueScale = (180 << Shift) / 6f;
    private static readonly int[] SaturationTable = BuildTable(SaturationScale);
    private static readonly int[] HueTable = BuildTable(HueScale);

    private readonly int _width;
    private readonly int _height;
    private readonly byte[] _hue;
    private readonly byte[] _saturation;
    private readonly byte[] _value;
    private bool _hasPrevious;

    /// <summary>For frames of one size; both sides even, at most 4096.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is odd, too long or not positive.</exception>
    public HsvDifference(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, 4096);
        ArgumentOutOfRangeException.ThrowIfNotEqual((width | height) & 1, 0, nameof(width));
        _width = width;
        _height = height;
        _hue = new byte[width * height];
        _saturation = new byte[width * height];
        _value = new byte[width * height];
    }

    /// <summary>Takes the next frame and gives its difference to the one before; zero for the first.</summary>
    /// <param name="y">Luma, width x height.</param>
    /// <param name="u">Blue-difference chroma at half size.</param>
    /// <param name="v">Red-difference chroma at half size.</param>
    public HsvDelta Update(ReadOnlySpan<byte> y, ReadOnlySpan<byte> u, ReadOnlySpan<byte> v) =>
        Update(y, u, v, Vector256.IsHardwareAccelerated);

    /// <summary>As above, choosing between the vector loop and its scalar twin.</summary>
    internal HsvDelta Update(ReadOnlySpan<byte> y, ReadOnlySpan<byte> u, ReadOnlySpan<byte> v, bool vectorised)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(y.Length, _width * _height, nameof(y));
        ArgumentOutOfRangeException.ThrowIfLessThan(u.Length, _width * _height / 4, nameof(u));
        ArgumentOutOfRangeException.ThrowIfLessThan(v.Length, _width * _height / 4, nameof(v));
        Span<long> sums = stackalloc long[3];
        for (var row = 0; row < _height; row++)
        {
            var luma = y.Slice(row * _width, _width);
            var chroma = row / 2 * (_width / 2);
            var start = 0;
            if (vectorised)
            {
                start = _width & ~15;
                Vectors(luma, u.Slice(chroma, _width / 2), v.Slice(chroma, _width / 2), row * _width, start, sums);
            }

            Scalars(luma, u.Slice(chroma, _width / 2), v.Slice(chroma, _width / 2), row * _width, start, sums);
        }

        var first = !_hasPrevious;
        _hasPrevious = true;
        double pixels = _width * _height;
        return first ? default : new HsvDelta(sums[0] / pixels, sums[1] / pixels, sums[2] / pixels);
    }

    /// <summary>One RGB pixel as OpenCV's 8-bit HSV.</summary>
    internal static (int H, int S, int V) ToHsv(int r, int g, int b)
    {
        var value = Math.Max(b, Math.Max(g, r));
        var range = value - Math.Min(b, Math.Min(g, r));
        var saturation = ((range * SaturationTable[value]) + Half) >> Shift;
        var hue = value == r ? g - b : value == g ? b - r + (2 * range) : r - g + (4 * range);
        hue = ((hue * HueTable[range]) + Half) >> Shift;
        return (hue < 0 ? hue + 180 : hue, saturation, value);
    }

    private static int[] BuildTable(float scale)
    {
        var table = new int[256];
        for (var i = 1; i < table.Length; i++)
        {
            table[i] = (int)Math.Round((double)scale / i);
        }

        return table;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> TableEntry(float scale, Vector256<int> index) =>
        Vector256.ConvertToInt32((Vector256.Create(scale) / Vector256.ConvertToSingle(index)) + Vector256.Create(0.5f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<int> H, Vector256<int> S, Vector256<int> V) ToHsv(Vector256<int> r, Vector256<int> g, Vector256<int> b)
    {
        var value = Vector256.Max(b, Vector256.Max(g, r));
        var range = value - Vector256.Min(b, Vector256.Min(g, r));

        // A divisor of zero gives some huge integer, but its factor (range, hue) is zero then, as the table's entry would be.
        var saturation = ((range * TableEntry(SaturationScale, value)) + Vector256.Create(Half)) >> Shift;
        var hue = Vector256.ConditionalSelect(
            Vector256.Equals(value, r),
            g - b,
            Vector256.ConditionalSelect(Vector256.Equals(value, g), b - r + range + range, r - g + (range << 2)));
        hue = ((hue * TableEntry(HueScale, range)) + Vector256.Create(Half)) >> Shift;
        hue += Vector256.LessThan(hue, Vector256<int>.Zero) & Vector256.Create(180);
        return (hue, saturation, value);
    }

    private static Vector256<ushort> Exchange(ref byte kept, Vector256<int> lower, Vector256<int> upper)
    {
        var words = Vector256.Narrow(lower.AsUInt32(), upper.AsUInt32());
        var bytes = Vector128.Narrow(words.GetLower(), words.GetUpper());
        var before = Vector128.LoadUnsafe(ref kept);
        bytes.StoreUnsafe(ref kept);
        var difference = Vector128.Max(bytes, before) - Vector128.Min(bytes, before);
        return Vector256.WidenLower(difference.ToVector256Unsafe());
    }

    private static long Sum(Vector256<ushort> values)
    {
        var (lower, upper) = Vector256.Widen(values);
        return Vector256.Sum(lower + upper);
    }

    private void Vectors(ReadOnlySpan<byte> y, ReadOnlySpan<byte> u, ReadOnlySpan<byte> v, int offset, int end, Span<long> sums)
    {
        ref var luma = ref MemoryMarshal.GetReference(y);
        ref var blue = ref MemoryMarshal.GetReference(u);
        ref var red = ref MemoryMarshal.GetReference(v);
        Vector256<ushort> hues = default, saturations = default, values = default;
        for (var x = 0; x < end; x += 16)
        {
            var (y0, y1) = YuvToRgb.Widen(Vector128.LoadUnsafe(ref luma, (nuint)x));
            var (u0, u1) = YuvToRgb.Widen(YuvToRgb.Double(ref blue, (nuint)x / 2));
            var (v0, v1) = YuvToRgb.Widen(YuvToRgb.Double(ref red, (nuint)x / 2));
            var rgb0 = YuvToRgb.Convert(y0, u0, v0);
            var rgb1 = YuvToRgb.Convert(y1, u1, v1);
            var hsv0 = ToHsv(rgb0.R, rgb0.G, rgb0.B);
            var hsv1 = ToHsv(rgb1.R, rgb1.G, rgb1.B);

            // At most 256 vectors per row (width <= 4096), so the 16-bit sums can't overflow.
            hues += Exchange(ref _hue[offset + x], hsv0.H, hsv1.H);
            saturations += Exchange(ref _saturation[offset + x], hsv0.S, hsv1.S);
            values += Exchange(ref _value[offset + x], hsv0.V, hsv1.V);
        }

        sums[0] += Sum(hues);
        sums[1] += Sum(saturations);
        sums[2] += Sum(values);
    }

    private void Scalars(ReadOnlySpan<byte> y, ReadOnlySpan<byte> u, ReadOnlySpan<byte> v, int offset, int start, Span<long> sums)
    {
        for (var x = start; x < y.Length; x++)
        {
            var (r, g, b) = YuvToRgb.Convert(y[x], u[x / 2], v[x / 2]);
            var (hue, saturation, value) = ToHsv(r, g, b);
            sums[0] += Math.Abs(hue - _hue[offset + x]);
            sums[1] += Math.Abs(saturation - _saturation[offset + x]);
            sums[2] += Math.Abs(value - _value[offset + x]);
            _hue[offset + x] = (byte)hue;
            _saturation[offset + x] = (byte)saturation;
            _value[offset + x] = (byte)value;
        }
    }
}
