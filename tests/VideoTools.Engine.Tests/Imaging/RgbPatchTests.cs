using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public sealed class RgbPatchTests
{
    private const int Width = 37;
    private const int Height = 29;

    private static readonly byte[] Picture = Noise(Width, Height);

    [Fact]
    public void Read_PixelsAsTheyAre_CopiesThem()
    {
        var patch = new byte[8 * 8 * 3];
        RgbPatch.Read(Picture, Width, Height, new Similarity(1, 0, 5, 7), 8, patch);

        for (var i = 0; i < 64; i++)
        {
            Assert.Equal(Pixel(Picture, Width, 5 + (i % 8), 7 + (i / 8)), Pixel(patch, 8, i % 8, i / 8));
        }
    }

    [Fact]
    public void Read_QuarterTurn_TurnsThem()
    {
        var patch = new byte[8 * 8 * 3];
        RgbPatch.Read(Picture, Width, Height, Similarity.OfSquare(14, 14, 8, Math.PI / 2, 8), 8, patch);

        // The patch's right is the picture's down.
        Assert.Equal(Pixel(Picture, Width, 17, 10), Pixel(patch, 8, 0, 0));
        Assert.Equal(Pixel(Picture, Width, 17, 17), Pixel(patch, 8, 7, 0));
        Assert.Equal(Pixel(Picture, Width, 10, 10), Pixel(patch, 8, 0, 7));
    }

    [Fact]
    public void Read_HalfTheSize_IsTheMeanOfFour()
    {
        var patch = new byte[4 * 4 * 3];
        RgbPatch.Read(Picture, Width, Height, new Similarity(2, 0, 4, 6), 4, patch);

        var four = new[] { (4, 6), (5, 6), (4, 7), (5, 7) };
        Assert.Equal(Math.Round(four.Average(p => Pixel(Picture, Width, p.Item1, p.Item2).Red)), Pixel(patch, 4, 0, 0).Red, 1.0);
    }

    [Fact]
    public void Read_OutsideOfThePicture_TheEdgeGoesOn()
    {
        var patch = new byte[4 * 4 * 3];
        RgbPatch.Read(Picture, Width, Height, new Similarity(1, 0, -50, -50), 4, patch);

        Assert.All(Enumerable.Range(0, 16), i => Assert.Equal(Pixel(Picture, Width, 0, 0), Pixel(patch, 4, i % 4, i / 4)));
    }

    [Fact]
    public void Mirror_APatch_SwapsLeftAndRight()
    {
        var patch = Noise(6, 6);
        var mirrored = (byte[])patch.Clone();
        RgbPatch.Mirror(mirrored, 6);

        Assert.All(Enumerable.Range(0, 36), i => Assert.Equal(Pixel(patch, 6, i % 6, i / 6), Pixel(mirrored, 6, 5 - (i % 6), i / 6)));
    }

    [Fact]
    public void ToPlanes_AndInterleaved_AndLuma_KeepEveryPixel()
    {
        var patch = Noise(5, 5);
        var (planes, interleaved, luma) = (new float[75], new float[75], new byte[25]);
        RgbPatch.ToPlanes(patch, planes);
        RgbPatch.ToInterleaved(patch, interleaved, 2f / 255, -1);
        RgbPatch.ToLuma(patch, luma);

        for (var i = 0; i < 25; i++)
        {
            var (red, green, blue) = Pixel(patch, 5, i % 5, i / 5);
            Assert.Equal((red, green, blue), ((byte)planes[i], (byte)planes[25 + i], (byte)planes[50 + i]));
            Assert.Equal((green * 2f / 255) - 1, interleaved[(3 * i) + 1], 1e-6f);
            Assert.Equal((red * 0.299) + (green * 0.587) + (blue * 0.114), luma[i], 1.0);
        }
    }

    [Fact]
    public void Enlarge_FlatPicture_StaysFlat()
    {
        var flat = new byte[4 * 3 * 3];
        Array.Fill(flat, (byte)77);
        var large = new byte[11 * 9 * 3];
        RgbPatch.Enlarge(flat, 4, 3, large, 11, 9);

        Assert.All(large, value => Assert.Equal(77, value));
    }

    [Theory]
    [InlineData(64, 48, 32, 24)]
    [InlineData(131, 77, 50, 33)]
    [InlineData(97, 61, 97, 61)]
    [InlineData(200, 9, 7, 3)]
    public void Scale_AnySizes_VectorsAndSingleValuesAgree(int width, int height, int targetWidth, int targetHeight)
    {
        var source = Noise(width, height);
        var scaler = new RgbScaler((width, height), (targetWidth, targetHeight));
        var (fast, slow) = (new byte[targetWidth * targetHeight * 3], new byte[targetWidth * targetHeight * 3]);
        scaler.Scale(source, fast, vector: true);
        scaler.Scale(source, slow, vector: false);

        Assert.Equal(slow, fast);
        Assert.Equal(source.Average(v => v), fast.Average(v => v), 1.0);
    }

    [Fact]
    public void Scale_HalfTheSize_IsTheMeanOfFour()
    {
        var source = Noise(8, 6);
        var target = new byte[4 * 3 * 3];
        new RgbScaler((8, 6), (4, 3)).Scale(source, target);
        var halved = new byte[4 * 3 * 3];
        RgbPyramid.Halve(source, 8, 6, halved);

        Assert.Equal(halved, target);
    }

    [Fact]
    public void Pyramid_NextPicture_MakesItsHalvesAnew()
    {
        var pyramid = new RgbPyramid();
        pyramid.Load(Noise(20, 14), 20, 14);
        var first = (byte[])pyramid.Halved(1).Pixels.Clone();
        var black = new byte[20 * 14 * 3];
        pyramid.Load(black, 20, 14);

        Assert.Contains(first, value => value != 0);
        Assert.All(pyramid.Halved(1).Pixels, value => Assert.Equal(0, value));
        var (_, width, height) = pyramid.Halved(9);
        Assert.Equal((2, 1), (width, height));
    }

    [Fact]
    public void Detail_OfAPatch_TellsSharpFromFlat()
    {
        var checkers = new byte[16 * 16];
        for (var i = 0; i < checkers.Length; i++)
        {
            checkers[i] = (byte)(((i / 2) + (i / 32)) % 2 == 0 ? 100 : 200);
        }

        var sharp = LumaDetail.Of(checkers, 16, 16);
        var flat = LumaDetail.Of(new byte[256], 16, 16);

        Assert.Equal((150, 50), (Math.Round(sharp.Mean), Math.Round(sharp.Deviation)));
        Assert.True(sharp.Sharpness > 10_000);
        Assert.Equal((0, 0, 0), (flat.Mean, flat.Deviation, flat.Sharpness));
    }

    private static (byte Red, byte Green, byte Blue) Pixel(byte[] picture, int width, int x, int y)
    {
        var at = ((y * width) + x) * 3;
        return (picture[at], picture[at + 1], picture[at + 2]);
    }

    private static byte[] Noise(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        new Random(5).NextBytes(pixels);
        return pixels;
    }
}
