// Method: a picture and its halves, quarters and so on, made when they are first asked for: means of 2 x 2 pixels, rounded. An odd last
// row or column joins none. Cost: the half of 1280 x 720 takes about 1 ms; all sizes together take a third of the picture's memory.
namespace VideoTools.Engine.Imaging;

/// <summary>
/// A picture at several sizes, for patches of any size. Holds its buffers for the next picture: one instance per thread.
/// </summary>
internal sealed class RgbPyramid
{
    private readonly List<byte[]> _halves = [];
    private byte[] _full = [];
    private int _made;

    /// <summary>Pixels per row of the picture.</summary>
    public int Width { get; private set; }

    /// <summary>Rows of the picture.</summary>
    public int Height { get; private set; }

    /// <summary>Takes the next picture; it is copied.</summary>
    public void Load(ReadOnlySpan<byte> rgb, int width, int height)
    {
        (Width, Height) = (width, height);
        if (_full.Length != rgb.Length)
        {
            _full = new byte[rgb.Length];
            _halves.Clear();
        }

        rgb.CopyTo(_full);
        _made = 0;
    }

    /// <summary>The picture, halved so many times that both sides are still at least one pixel.</summary>
    public (byte[] Pixels, int Width, int Height) Halved(int times)
    {
        var (pixels, width, height) = (_full, Width, Height);
        for (var i = 0; i < times && width >= 2 && height >= 2; i++)
        {
            if (_halves.Count == i)
            {
                _halves.Add(new byte[(width / 2) * (height / 2) * 3]);
            }

            if (_made <= i)
            {
                Halve(pixels, width, height, _halves[i]);
                _made = i + 1;
            }

            (pixels, width, height) = (_halves[i], width / 2, height / 2);
        }

        return (pixels, width, height);
    }

    /// <summary>Reads a patch out of the size that suits it.</summary>
    /// <param name="toPicture">Takes patch coordinates to those of the picture.</param>
    /// <param name="side">Pixels of the patch along a side.</param>
    /// <param name="patch">Takes side x side x 3 bytes.</param>
    public void Read(Similarity toPicture, int side, Span<byte> patch)
    {
        var times = 0;
        for (var size = toPicture.Size; size > 2 && times < 8; size /= 2)
        {
            times++;
        }

        var (pixels, width, height) = Halved(times);
        RgbPatch.Read(pixels, width, height, toPicture.Reduced(1 << times), side, patch);
    }

    internal static void Halve(ReadOnlySpan<byte> source, int width, int height, Span<byte> target)
    {
        var (halfWidth, halfHeight) = (width / 2, height / 2);
        for (var y = 0; y < halfHeight; y++)
        {
            var above = source.Slice(2 * y * width * 3, halfWidth * 6);
            var below = source.Slice(((2 * y) + 1) * width * 3, halfWidth * 6);
            var row = target.Slice(y * halfWidth * 3, halfWidth * 3);
            for (int x = 0, at = 0; x < row.Length; x += 3, at += 6)
            {
                row[x] = (byte)((above[at] + above[at + 3] + below[at] + below[at + 3] + 2) >> 2);
                row[x + 1] = (byte)((above[at + 1] + above[at + 4] + below[at + 1] + below[at + 4] + 2) >> 2);
                row[x + 2] = (byte)((above[at + 2] + above[at + 5] + below[at + 2] + below[at + 5] + 2) >> 2);
            }
        }
    }
}
