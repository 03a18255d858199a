// Gradient magnitude of luma (Sobel and Feldman 1968): gx = [1 2 1]^T x [-1 0 1], gy its transpose, magnitude
// sqrt(gx^2 + gy^2) / 8 in luma levels per pixel; border pixels repeat outwards. A flat picture gives 0 at any brightness.
// Units: 1/16 level, rounded to nearest (single precision is exact here: the square is a whole number below 2^24, the root and
// the product are correctly rounded in both twins). Cost: one square root per pixel, 16 pixels per step; three widened rows of
// scratch, so that loads at x-1, x and x+1 need no border case.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace VideoTools.Engine.Imaging;

/// <summary>Adds gradient magnitudes to per-pixel sums. Holds scratch: one instance per thread.</summary>
internal sealed class GradientKernels
{
    /// <summary>Values per luma level per pixel.</summary>
    public const int UnitsPerLevel = 16;

    /// <summary>Largest value that is added to a pixel: 2 * sqrt(1020^2 + 1020^2), rounded up.</summary>
    public const int MaximumValue = 2886;

    // Units of the raw Sobel sum (8 a level).
    private const int UnitsPerRaw = UnitsPerLevel / 8;

    private readonly int _width;
    private readonly int _height;
    private readonly int _stride;
    private short[] _above;
    private short[] _middle;
    private short[] _below;

    /// <summary>Prepares scratch for pictures of one size.</summary>
    public GradientKernels(int width, int height)
    {
        _width = width;
        _height = height;
        _stride = (width + 31) / 32 * 32;

        // One value of border on the left, at least one on the right.
        _above = new short[_stride + 32];
        _middle = new short[_stride + 32];
        _below = new short[_stride + 32];
    }

    /// <summary>Adds the gradient of each pixel to <paramref name="sums"/>, whose rows lie a multiple of 32 values apart.</summary>
    public void Add(ReadOnlySpan<byte> luma, Span<ushort> sums) => Add(luma, sums, Vector256.IsHardwareAccelerated);

    internal void Add(ReadOnlySpan<byte> luma, Span<ushort> sums, bool vector)
    {
        if (luma.Length < _width * _height || sums.Length < _stride * _height)
        {
            throw new ArgumentException("The picture or the sums are smaller than the size this kernel was made for.", nameof(luma));
        }

        LoadRow(luma, 0, _middle);
        _middle.CopyTo(_above, 0);
        for (var y = 0; y < _height; y++)
        {
            LoadRow(luma, Math.Min(y + 1, _height - 1), _below);
            var row = sums.Slice(y * _stride, _stride);
            if (vector)
            {
                AddRowVector(row);
            }
            else
            {
                AddRowScalar(row);
            }

            (_above, _middle, _below) = (_middle, _below, _above);
        }
    }

    private void LoadRow(ReadOnlySpan<byte> luma, int y, short[] target)
    {
        var source = luma.Slice(y * _width, _width);
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref target[1];
        var x = 0;
        for (; x <= _width - 32; x += 32)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref from, (nuint)x));
            low.AsInt16().StoreUnsafe(ref to, (nuint)x);
            high.AsInt16().StoreUnsafe(ref to, (nuint)x + 16);
        }

        for (; x < _width; x++)
        {
            target[x + 1] = source[x];
        }

        target[0] = source[0];
        target.AsSpan(_width + 1).Fill(source[_width - 1]);
    }

    private void AddRowScalar(Span<ushort> row)
    {
        for (var x = 0; x < _width; x++)
        {
            var gx = _above[x + 2] - _above[x] + (2 * (_middle[x + 2] - _middle[x])) + _below[x + 2] - _below[x];
            var gy = _below[x] + (2 * _below[x + 1]) + _below[x + 2] - _above[x] - (2 * _above[x + 1]) - _above[x + 2];
            var magnitude = MathF.Sqrt((gx * gx) + (gy * gy)) * UnitsPerRaw;
            row[x] += (ushort)(int)(magnitude + 0.5f);
        }
    }

    private void AddRowVector(Span<ushort> row)
    {
        ref var above = ref MemoryMarshal.GetArrayDataReference(_above);
        ref var middle = ref MemoryMarshal.GetArrayDataReference(_middle);
        ref var below = ref MemoryMarshal.GetArrayDataReference(_below);
        ref var sum = ref MemoryMarshal.GetReference(row);
        for (nuint x = 0; x < (nuint)_stride; x += 16)
        {
            var a0 = Vector256.LoadUnsafe(ref above, x);
            var a1 = Vector256.LoadUnsafe(ref above, x + 1);
            var a2 = Vector256.LoadUnsafe(ref above, x + 2);
            var b0 = Vector256.LoadUnsafe(ref below, x);
            var b1 = Vector256.LoadUnsafe(ref below, x + 1);
            var b2 = Vector256.LoadUnsafe(ref below, x + 2);
            var m = Vector256.LoadUnsafe(ref middle, x + 2) - Vector256.LoadUnsafe(ref middle, x);
            var gx = a2 - a0 + m + m + b2 - b0;
            var v = b1 - a1;
            var gy = b0 - a0 + v + v + b2 - a2;
            var (gx0, gx1) = Vector256.Widen(gx);
            var (gy0, gy1) = Vector256.Widen(gy);
            var magnitude = Vector256.Narrow(Magnitude(gx0, gy0), Magnitude(gx1, gy1));
            (Vector256.LoadUnsafe(ref sum, x) + magnitude).StoreUnsafe(ref sum, x);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Magnitude(Vector256<int> gx, Vector256<int> gy)
    {
        // Whole numbers below 2^21 are exact as floats, so squaring them there saves the slow 32-bit multiplication.
        var x = Vector256.ConvertToSingle(gx);
        var y = Vector256.ConvertToSingle(gy);
        var magnitude = Vector256.Sqrt((x * x) + (y * y)) * Vector256.Create((float)UnitsPerRaw);
        return Vector256.ConvertToInt32Native(magnitude + Vector256.Create(0.5f)).AsUInt32();
    }
}
