using VideoTools.Engine.Features.Text;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class UnreadMarksTests
{
    [Fact]
    public void Find_NoMarks_IsNone() => Assert.Empty(Find("hamburg")!);

    [Fact]
    public void Find_MarkAboveALetter_IsUnread() => Assert.Equal([3], Find("manana", above: [3])!);

    [Fact]
    public void Find_TwoDots_AreOneMark() => Assert.Equal([1, 5], Find("grosse", dots: [1, 5])!);

    [Fact]
    public void Find_MarkThatTheReadingHas_IsExplained()
    {
        Assert.Empty(Find("mañana", above: [2])!);
        Assert.Empty(Find("ridije", above: [1, 3, 4])!);
    }

    [Fact]
    public void Find_OneDotTooMany_IsUnread() => Assert.Equal([5], Find("drinnen", above: [2, 5])!);

    [Fact]
    public void Find_TailOfALetter_IsUnread() => Assert.Equal([3], Find("garcons", below: [3])!);

    [Fact]
    public void Find_LettersThatReachDown_AreExplained() => Assert.Empty(Find("happyg", below: [2, 3, 4, 5])!);

    [Fact]
    public void Find_SomethingPalerThanTheLetters_IsNoMark()
    {
        Assert.Empty(Find("manana", LinePictures.Draw(6, pale: [3]))!);
        Assert.Equal([1], Find("manana", LinePictures.Draw(6, above: [1], pale: [3, 5]))!);
    }

    [Fact]
    public void Find_OutlinedLettersOverALightGround_HaveTheirMarks()
    {
        Assert.Equal([2], Find("manana", LinePictures.Draw(6, above: [2], isOutlined: true))!);
        Assert.Empty(Find("manana", LinePictures.Draw(6, isOutlined: true))!);
    }

    [Fact]
    public void Cut_BusyGround_HoldsTheLettersAlone()
    {
        var (still, box) = LinePictures.Draw(6, above: [1], pale: [0, 2, 3, 4, 5]);

        var picture = LinePicture.Cut(still, box, 6);

        Assert.True(picture.IsBusy);
        Assert.Equal(7, InkPicture.Of(picture.Picture).Parts.Count);
    }

    [Fact]
    public void InkLevels_ThreeParts_TakesTheExtremes()
    {
        byte[] pixels = [.. Enumerable.Repeat((byte)10, 30), .. Enumerable.Repeat((byte)120, 50), .. Enumerable.Repeat((byte)250, 20)];

        var inks = InkLevels.Extremes(pixels).Select(levels => levels.Ink);

        Assert.Equal([250, 10], inks);
        Assert.Equal(250, InkLevels.Otsu([.. Enumerable.Repeat((byte)10, 30), .. Enumerable.Repeat((byte)250, 20)]).Ink);
    }

    [Fact]
    public void Find_MuchThatIsPale_IsABusyGround()
    {
        Assert.False(IsBusy(LinePictures.Draw(6, above: [1, 3], pale: [5])));
        Assert.True(IsBusy(LinePictures.Draw(6, pale: [0, 1, 2, 4, 5])));

        static bool IsBusy((Engine.Media.Decoding.VideoFrame Still, Engine.Imaging.RotatedBox Box) drawn) =>
            LinePicture.Cut(drawn.Still, drawn.Box, 6).IsBusy;
    }

    [Fact]
    public void Find_FarMoreInkThanLetters_SaysNothing() => Assert.Null(Find("ab", 12));

    [Fact]
    public void ReadingDoubt_Words()
    {
        Assert.True(ReadingDoubt.HasOddLetter("GroBe"));
        Assert.True(ReadingDoubt.HasOddLetter("viel SpaB"));
        Assert.False(ReadingDoubt.HasOddLetter("Big B ABBA GB"));
    }

    private static IReadOnlyList<int>? Find(string text, int? bars = null, int[]? above = null, int[]? below = null, int[]? dots = null) =>
        Find(text, LinePictures.Draw(bars ?? text.Length, above, below, dots));

    private static IReadOnlyList<int>? Find(string text, (Engine.Media.Decoding.VideoFrame Still, Engine.Imaging.RotatedBox Box) drawn) =>
        UnreadMarks.Find(LinePicture.Cut(drawn.Still, drawn.Box, text.Length), ReadingMergeTests.Line(text).Letters).Unread;
}
