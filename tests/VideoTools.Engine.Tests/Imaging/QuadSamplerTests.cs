using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public sealed class QuadSamplerTests
{
    [Fact]
    public void FillBgr_BoxOfItsOwnSize_CopiesThePixels()
    {
        var rgb = Enumerable.Range(0, 6 * 4 * 3).Select(i => (byte)(i * 3)).ToArray();
        var planes = new float[3 * 4 * 2];

        QuadSampler.FillBgr(rgb, 6, 4, new RotatedBox(3, 2, 4, 2, 0), planes, 4, 4, 2);

        for (var i = 0; i < 8; i++)
        {
            var source = (((1 + (i / 4)) * 6) + 1 + (i % 4)) * 3;
            Assert.Equal((rgb[source] / 127.5f) - 1, planes[16 + i], 1e-5f);
            Assert.Equal((rgb[source + 2] / 127.5f) - 1, planes[i], 1e-5f);
        }
    }

    [Fact]
    public void FillBgr_ThinLinesReducedByTwo_AreAveragedNotLost()
    {
        // Every second column white: each target pixel is half of both.
        var rgb = new byte[32 * 8 * 3];
        for (var i = 0; i < rgb.Length; i += 6)
        {
            rgb.AsSpan(i, 3).Fill(255);
        }

        var planes = new float[3 * 16 * 4];
        QuadSampler.FillBgr(rgb, 32, 8, new RotatedBox(16, 4, 32, 8, 0), planes, 16, 16, 4);

        Assert.All(planes, p => Assert.Equal(0, p, 0.02f));
    }

    [Fact]
    public void FillBgr_QuarterTurn_ReadsDownwards()
    {
        // Rows of rising brightness: turned by -90 degrees, brightness falls along the line.
        var rgb = new byte[4 * 8 * 3];
        for (var i = 0; i < rgb.Length; i++)
        {
            rgb[i] = (byte)(i / 12 * 30);
        }

        var planes = new float[3 * 8 * 4];
        QuadSampler.FillBgr(rgb, 4, 8, new RotatedBox(2, 4, 8, 4, -Math.PI / 2), planes, 8, 8, 4);

        Assert.True(planes[0] > planes[3] && planes[3] > planes[7]);
    }

    [Fact]
    public void FillBgr_BoxBeyondThePicture_RepeatsItsEdge()
    {
        var rgb = new byte[4 * 4 * 3];
        Array.Fill(rgb, (byte)200);
        var planes = new float[3 * 8 * 8];

        QuadSampler.FillBgr(rgb, 4, 4, new RotatedBox(0, 0, 8, 8, 0), planes, 8, 8, 8);

        Assert.All(planes, p => Assert.Equal((200 / 127.5f) - 1, p, 1e-4f));
    }
}
