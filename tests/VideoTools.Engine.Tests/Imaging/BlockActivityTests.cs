using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public sealed class BlockActivityTests
{
    [Theory]
    [InlineData(8, 8)]
    [InlineData(16, 24)]
    [InlineData(37, 21)]
    public void EdgesAndDifferences_Noise_EqualThePlainSums(int width, int height)
    {
        var random = new Random(width);
        var (a, b) = (new byte[width * height], new byte[width * height]);
        random.NextBytes(a);
        random.NextBytes(b);
        var (columns, rows) = BlockActivity.Grid(width, height);
        var (edges, differences) = (new int[columns * rows], new int[columns * rows]);

        BlockActivity.Edges(a, width, height, edges);
        BlockActivity.Differences(a, b, width, height, differences);

        for (var block = 0; block < edges.Length; block++)
        {
            var (left, top) = (block % columns * 8, block / columns * 8);
            Assert.Equal(PlainDifference(a, b, width, left, top), differences[block]);
            Assert.Equal(PlainEdges(a, width, height, left, top), edges[block]);
        }
    }

    [Fact]
    public void SumOfDifferencesScalar_EightBytes_IsTheSum() =>
        Assert.Equal(1 + 2 + 255, BlockActivity.SumOfDifferencesScalar([1, 2, 0, 4, 5, 6, 7, 8], [2, 0, 255, 4, 5, 6, 7, 8]));

    private static int PlainDifference(byte[] a, byte[] b, int width, int left, int top)
    {
        var sum = 0;
        for (var i = 0; i < 64; i++)
        {
            var at = ((top + (i / 8)) * width) + left + (i % 8);
            sum += Math.Abs(a[at] - b[at]);
        }

        return sum;
    }

    private static int PlainEdges(byte[] a, int width, int height, int left, int top)
    {
        var sum = 0;
        for (var i = 0; i < 64; i++)
        {
            var (x, y) = (left + (i % 8), top + (i / 8));
            var hasNext = left + 8 < width;
            sum += hasNext ? Math.Abs(a[(y * width) + x + 1] - a[(y * width) + x]) : 0;
            sum += y + 1 < height ? Math.Abs(a[((y + 1) * width) + x] - a[(y * width) + x]) : 0;
        }

        return sum;
    }
}
