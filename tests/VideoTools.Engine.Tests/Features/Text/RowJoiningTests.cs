using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Imaging;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class RowJoiningTests
{
    private static TextLine Line(string text, double left, double right, double y = 100, double confidence = 0.95) =>
        new(new RotatedBox((left + right) / 2, y, right - left, 40, 0), text, confidence);

    private static string[] Join(params TextLine[] lines) => [.. RowJoining.Join(lines).Select(l => l.Text)];

    [Fact]
    public void Join_PiecesOfARow_AreOneLine() =>
        Assert.Equal(["Total 19.99 EUR"], Join(Line("19.99 EUR", 240, 400), Line("Total", 50, 170)));

    [Fact]
    public void Join_UnitAtTheEnd_BelongsToItsNumber() => Assert.Equal(["100 %"], Join(Line("100", 50, 130), Line("%", 160, 200)));

    [Fact]
    public void Join_FarApart_StaysTwo() => Assert.Equal(2, Join(Line("left", 50, 170), Line("right", 300, 400)).Length);

    [Fact]
    public void Join_UnsurePiece_JoinsNothing() =>
        Assert.Equal(2, Join(Line("left", 50, 170), Line("right", 200, 300, confidence: 0.6)).Length);

    [Fact]
    public void Join_Columns_StayApart() =>
        Assert.Equal(4, Join(Line("Apples", 50, 170), Line("12", 210, 260), Line("Pears", 50, 160, y: 160), Line("8", 212, 240, y: 160)).Length);

    [Fact]
    public void Join_Letters_StandWhereTheyWere()
    {
        var left = Line("a", 0, 50) with { Letters = [new TextLetter("a", 1, 0.5f)] };
        var right = Line("b", 90, 140) with { Letters = [new TextLetter("b", 1, 0.5f)] };

        var joined = Assert.Single(RowJoining.Join([left, right]));

        Assert.Equal([25 / 140f, 115 / 140f], joined.Letters.Select(l => l.Position), (a, b) => Math.Abs(a - b) < 1e-4);
    }
}
