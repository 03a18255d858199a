using VideoTools.Engine.Imaging;
using VideoTools.Engine.Tests.Features;

namespace VideoTools.Engine.Tests.Imaging;

public sealed class CameraMotionTests
{
    private const int Width = 320;
    private const int Height = 180;

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(3, -2, 0)]
    [InlineData(-37, 11, 0)]
    [InlineData(0, 0, 0.02)]
    [InlineData(5, 0, -0.02)]
    public void Estimate_MovedPicture_IsItsMotionDespiteAnObjectThatMovesOtherwise(int dx, int dy, double zoom)
    {
        var before = Picture((x, y) => Scene(x, y));
        var now = Picture((x, y) => x is > 180 and < 250 && y is > 60 and < 130
            ? Scene(x + 400, y)
            : Scene(x + dx + (zoom * (x - 160)), y + dy + (zoom * (y - 90))));

        var shift = new CameraMotion(Width, Height).Estimate(before, now);

        Assert.Equal(dx, shift.X, 0.35);
        Assert.Equal(dy, shift.Y, 0.35);
        Assert.Equal(zoom, shift.XByX, 0.004);
        Assert.Equal(zoom, shift.YByY, 0.004);
        Assert.Equal(0, shift.XByY, 0.004);
    }

    [Fact]
    public void Residual_ObjectThatMovesOtherwise_IsWhereItIs()
    {
        var before = Picture((x, y) => Scene(x, y));
        var now = Picture((x, y) => x is >= 160 and < 208 && y is >= 64 and < 112 ? Scene(x + 700, y) : Scene(x + 6, y));
        var camera = new CameraMotion(Width, Height);
        var blocks = new float[40 * 22];

        camera.Residual(before, now, camera.Estimate(before, now), blocks);

        for (var i = 0; i < blocks.Length; i++)
        {
            var (x, y) = (i % 40 * 8, i / 40 * 8);
            var isObject = x is >= 160 and < 208 && y is >= 64 and < 112;
            Assert.True(blocks[i] < 0 || isObject == blocks[i] > 5, $"{x},{y}: {blocks[i]}");
        }
    }

    [Fact]
    public void Inverse_OfAMotion_LeadsBack()
    {
        var shift = new CameraShift(7, -3, 0.01, 0.002, -0.003, 0.012);
        var back = shift.Inverse();

        var (x, y) = (50 + shift.X + (shift.XByX * 50) + (shift.XByY * 40), 40 + shift.Y + (shift.YByX * 50) + (shift.YByY * 40));

        Assert.Equal(50, x + back.X + (back.XByX * x) + (back.XByY * y), 0.05);
        Assert.Equal(40, y + back.Y + (back.YByX * x) + (back.YByY * y), 0.05);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    public void Sums_Noise_EqualTheScalarTwin(int side)
    {
        var random = new Random(side);
        var (a, b) = (new byte[40 * 40], new byte[40 * 40]);
        random.NextBytes(a);
        random.NextBytes(b);

        var sum = side == 8 ? BlockMatch.Sum8(a, 85, b, 127, 40) : BlockMatch.Sum16(a, 85, b, 127, 40);

        Assert.Equal(BlockMatch.SumScalar(a, 85, b, 127, 40, side), sum);
    }

    [Fact]
    public void Sums_LargestDifferences_DoNotOverflow()
    {
        var (black, white) = (new byte[256], Enumerable.Repeat((byte)255, 256).ToArray());

        Assert.Equal(256 * 255, BlockMatch.Sum16(black, 0, white, 0, 16));
        Assert.Equal(250 * 20, BlockMatch.LimitedRun(black.AsSpan(0, 250), white.AsSpan(0, 250), 20));
    }

    // Smooth enough to be seen between pixels, rough enough to be found.
    private static int Scene(double x, double y) => 120
        + (int)((30 * Math.Sin((x * 0.21) + (2 * Math.Sin(y * 0.13)))) + (30 * Math.Sin((y * 0.27) + (3 * Math.Sin(x * 0.071))))
            + (20 * Math.Sin(x * y * 0.0013)));

    private static byte[] Picture(Func<int, int, int> luma) => FramePainter.Paint(Width, Height, 0, luma).Y.ToArray();
}
