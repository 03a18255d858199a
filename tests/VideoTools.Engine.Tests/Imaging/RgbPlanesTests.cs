using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Imaging;

public sealed class RgbPlanesTests
{
    private static readonly RgbPlanes Plain = new((0, 0, 0), (1, 1, 1));

    [Fact]
    public void FillBgr_SameSize_NormalisesAndSortsChannels()
    {
        var planes = new float[3 * 4];
        new RgbPlanes((0.5f, 0.25f, 0), (0.5f, 1, 2)).FillBgr([255, 0, 51, 0, 255, 0, 255, 255, 255, 0, 0, 0], (2, 2), (2, 2), planes, (2, 2));

        Assert.Equal([0.1f, 0, 0.5f, 0, -0.25f, 0.75f, 0.75f, -0.25f, 1, -1, 1, -1], planes.Select(p => MathF.Round(p, 5)));
    }

    [Fact]
    public void FillBgr_Padding_KeepsWhatItHas()
    {
        var planes = Enumerable.Repeat(7f, 3 * 3 * 3).ToArray();
        Plain.FillBgr(new byte[2 * 2 * 3], (2, 2), (2, 2), planes, (3, 3));

        Assert.Equal([0, 0, 7, 0, 0, 7, 7, 7, 7], planes[..9]);
    }

    [Fact]
    public void FillBgr_ReducedRamp_StaysARamp()
    {
        // 40 columns of brightness 4x reduced to 30: the value at the centre of each target column.
        var rgb = Enumerable.Range(0, 40 * 4 * 3).Select(i => (byte)(i / 3 % 40 * 4)).ToArray();
        var planes = new float[3 * 30 * 3];
        Plain.FillBgr(rgb, (40, 4), (30, 3), planes, (30, 3));

        for (var x = 0; x < 30; x++)
        {
            Assert.Equal(((((x + 0.5) * 40 / 30) - 0.5) * 4 / 255), planes[x], 0.004);
        }
    }
}
