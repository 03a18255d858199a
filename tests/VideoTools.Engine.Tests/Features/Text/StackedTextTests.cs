using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class StackedTextTests
{
    private static RotatedBox Box(double x, double y, double width = 20, double height = 24) => new(x, y, width, height, 0);

    [Fact]
    public void Chains_LettersBelowEachOther_AreOneInOrder() =>
        Assert.Equal([2, 0, 1], Assert.Single(StackedText.Chains([Box(50, 60), Box(51, 92), Box(50, 30)])));

    [Fact]
    public void Chains_RowsFarApartAndWords_AreNone() =>
        Assert.Empty(StackedText.Chains([Box(50, 30), Box(50, 90), Box(50, 150), Box(50, 200, 120), Box(50, 230, 120)]));

    [Fact]
    public void Letters_TallBoxWithGaps_HasOneBoxALetter()
    {
        // Four bright squares of 20 rows, one every 30 rows.
        var rgb = new byte[40 * 140 * 3];
        for (var i = 0; i < rgb.Length; i++)
        {
            var (x, y) = (i / 3 % 40, i / 120);
            rgb[i] = x is >= 12 and < 28 && y >= 10 && y < 130 && (y - 10) % 30 < 20 && (x + y) % 4 < 3 ? (byte)255 : (byte)20;
        }

        var letters = StackedText.Letters(new VideoFrame(rgb, null, FrameFormat.Rgb24, 40, 140, 0, 0, new Rational(1, 25)), Box(20, 70, 24, 132));

        Assert.Equal(4, letters.Length);
        Assert.All(letters.Index(), l => Assert.InRange(l.Item.CenterY, 20 + (30 * l.Index) - 3, 20 + (30 * l.Index) + 3));
        Assert.Single(letters.Select(l => l.Height).Distinct());
    }
}
