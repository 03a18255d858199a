// Method: a perceptual hash says what is where, in light and dark; a layout of 8 x 8 luma and 4 x 4 chroma means says it in levels and
// colours. Resemblance = sqrt(hash x layout), with hash = 1 - differing bits / 32 and layout = 1 - RMS difference / 64, neither below 0:
// 1 for equal pictures, near 0 for unlike ones; both must agree. Sources: DctHash; ISO/IEC 15938-3 (colour layout), here as plain means.
// Cost: making one, a transform of 32 x 32 cells; comparing, the hashes, and 96 differences where they agree. Memory: 104 bytes.
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Frames;

/// <summary>What a picture looks like, in a hundred bytes.</summary>
internal sealed class FrameSignature
{
    private const int LayoutLength = 96;
    private const int UnlikeBits = 32;
    private const double UnlikeLevels = 64;

    private readonly Layout _layout;

    /// <summary>Takes what was measured.</summary>
    /// <param name="hash">The perceptual hash.</param>
    /// <param name="layout">8 x 8 luma, 4 x 4 blue-difference and 4 x 4 red-difference means.</param>
    public FrameSignature(ulong hash, ReadOnlySpan<byte> layout)
    {
        Hash = hash;
        layout.CopyTo(_layout);
    }

    /// <summary>The perceptual hash.</summary>
    public ulong Hash { get; }

    /// <summary>How alike two pictures are, 0 to 1.</summary>
    public double Resemblance(FrameSignature other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Combine(HashPart(other), LayoutPart(other));
    }

    /// <summary>True when two pictures are more alike than a limit; compares levels only where the hashes leave it open.</summary>
    public bool Resembles(FrameSignature other, double limit)
    {
        ArgumentNullException.ThrowIfNull(other);
        var hash = HashPart(other);
        return Combine(hash, 1) > limit && Combine(hash, LayoutPart(other)) > limit;
    }

    private static double Combine(double hash, double layout) => Math.Sqrt(hash * layout);

    private double HashPart(FrameSignature other) => Math.Max(0, 1 - ((double)DctHash.Distance(Hash, other.Hash) / UnlikeBits));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double LayoutPart(FrameSignature other)
    {
        ReadOnlySpan<byte> left = _layout, right = other._layout;
        var squares = Vector256<int>.Zero;
        for (var i = 0; i < LayoutLength; i += 16)
        {
            var difference = Load(left, i) - Load(right, i);
            var (low, high) = Vector256.Widen(difference);
            squares += (low * low) + (high * high);
        }

        return Math.Max(0, 1 - (Math.Sqrt((double)Vector256.Sum(squares) / LayoutLength) / UnlikeLevels));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Load(ReadOnlySpan<byte> values, int at) =>
        Vector256.WidenLower(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at).ToVector256Unsafe()).AsInt16();

    /// <summary>Makes signatures of frames of one size. Holds scratch: one instance a thread.</summary>
    /// <param name="width">Width of the frames.</param>
    /// <param name="height">Height of the frames.</param>
    internal sealed class Maker(int width, int height)
    {
        private const int Luma = 8, Chroma = 4;
        private readonly Thumbnail _fine = new(width, height, DctHash.Side, DctHash.Side);
        private readonly Thumbnail _coarse = new(width, height, Luma, Luma);
        private readonly Thumbnail _color = new(width / 2, height / 2, Chroma, Chroma);
        private readonly float[] _cells = new float[DctHash.Side * DctHash.Side];
        private readonly byte[] _layout = new byte[LayoutLength];

        /// <summary>The signature of a frame.</summary>
        public FrameSignature Make(VideoFrame frame)
        {
            ArgumentNullException.ThrowIfNull(frame);
            _fine.Compute(frame.Y, _cells);
            var hash = DctHash.Compute(_cells);
            Write(_coarse, frame.Y, 0);
            Write(_color, frame.U, Luma * Luma);
            Write(_color, frame.V, (Luma * Luma) + (Chroma * Chroma));
            return new FrameSignature(hash, _layout);
        }

        private void Write(Thumbnail thumbnail, ReadOnlySpan<byte> plane, int at)
        {
            var cells = _cells.AsSpan(0, thumbnail.Width * thumbnail.Height);
            thumbnail.Compute(plane, cells);
            for (var i = 0; i < cells.Length; i++)
            {
                _layout[at + i] = (byte)Math.Clamp(MathF.Round(cells[i]), 0, 255);
            }
        }
    }

    [InlineArray(LayoutLength)]
    private struct Layout
    {
        private byte _first;
    }
}
