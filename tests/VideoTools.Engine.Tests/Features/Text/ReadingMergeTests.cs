using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Imaging;
using VideoTools.Engine.Media.Tesseract;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class ReadingMergeTests
{
    [Theory]
    [InlineData("Cafe a Paris", "Café à Paris", new[] { 3, 4 }, "Café à Paris")]
    [InlineData("GroBe und Fusball", "Größe und Fußball", new[] { 2 }, "Größe und Fußball")]
    [InlineData("Smorrebrod pa dansk", "Smørrebrød på dansk", new[] { 11 }, "Smørrebrød på dansk")]
    [InlineData("E25 only", "€25 only", new int[0], "€25 only")]
    [InlineData("OL UND SUSS", "ÖL UND SÜSS", new[] { 0, 6 }, "ÖL UND SÜSS")]
    public void Merge_LettersThatPaddleLacks_AreTakenOver(string ours, string theirs, int[] marks, string expected)
    {
        var merged = ReadingMerge.Merge(Line(ours), marks, Read(theirs));

        Assert.Equal((expected, 0, TextEngine.Tesseract), (merged.Line.Text, merged.Unread, merged.Line.Engine));
    }

    [Theory]
    [InlineData("Hello World", "Hallo Wcrld")] // other letters are PP-OCR's business
    [InlineData("Cafe", "Café")] // the picture shows no mark
    [InlineData("Total 19.99", "Tota! 1999")]
    [InlineData("Café", "Cafe")]
    public void Merge_TheRest_StaysAsPaddleHasIt(string ours, string theirs)
    {
        var merged = ReadingMerge.Merge(Line(ours), [], Read(theirs));

        Assert.Equal((ours, 0, TextEngine.PPOcr), (merged.Line.Text, merged.Changes, merged.Line.Engine));
    }

    [Theory]
    [InlineData("I'hotel", "l'hôtel", 3, "l'hôtel")]
    [InlineData("0l", "ÖI", 0, "Öl")]
    public void Merge_LettersThatLookTheSame_FollowTheirWord(string ours, string theirs, int mark, string expected) =>
        Assert.Equal(expected, ReadingMerge.Merge(Line(ours), [mark], Read(theirs)).Line.Text);

    [Theory]
    [InlineData("Zazotc", "Zażółć", new[] { 2, 3, 5 })]
    [InlineData("Coracao", "Coração", new[] { 4, 5 })]
    public void Merge_MarksBesideEachOther_AreAllTaken(string ours, string theirs, int[] marks)
    {
        var merged = ReadingMerge.Merge(Line(ours), marks, Read(theirs));

        Assert.Equal((theirs, 0), (merged.Line.Text, merged.Unread));
    }

    [Theory]
    [InlineData("Price 25", "Price €25")]
    [InlineData("Total 12", "Total 12€")]
    [InlineData("1.299,00", "€ 1.299,00")]
    [InlineData("30 now", "30 € now")]
    public void Merge_SignThatPaddleDropped_StandsWhereItStood(string ours, string theirs) =>
        Assert.Equal(theirs, ReadingMerge.Merge(Line(ours), [], Read(theirs)).Line.Text);

    [Fact]
    public void Merge_MarkThatNobodyReads_StaysUnread()
    {
        var merged = ReadingMerge.Merge(Line("manana"), [2], Read("manana"));

        Assert.Equal((1, 0), (merged.Unread, merged.Changes));
    }

    [Fact]
    public void Merge_PictureThatDoesNotSay_AsksForASureWord()
    {
        Assert.Equal("für", ReadingMerge.Merge(Line("fur"), null, Read("für", 0.9)).Line.Text);
        Assert.Equal("fur", ReadingMerge.Merge(Line("fur"), null, Read("für", 0.5)).Line.Text);
    }

    [Fact]
    public void Merge_WordThatPaddleLacks_ComesInWithItsLetters()
    {
        Assert.Equal("Überraschung für Öl", ReadingMerge.Merge(Line("Uberraschung fur"), [0, 12], Read("Überraschung für Öl")).Line.Text);
        Assert.Equal("Uberraschung", ReadingMerge.Merge(Line("Uberraschung"), null, Read("Uberraschung noise", 0.9)).Line.Text);
    }

    [Fact]
    public void Merge_TheWrongLanguage_AgreesLess()
    {
        var line = Line("Smorrebrod pa dansk");

        Assert.True(ReadingMerge.Merge(line, [11], Read("Smørrebrød på dansk")).Fit > ReadingMerge.Merge(line, [11], Read("Smerrebred pa dansk")).Fit);
    }

    internal static TextLine Line(string text, float probability = 0.97f)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal);
        return new TextLine(new RotatedBox(200, 50, 20 * text.Length, 40, 0), text, probability)
        {
            Letters = [.. plain.Select((c, i) => new TextLetter(c.ToString(), probability, (i + 0.5f) / plain.Length))],
        };
    }

    internal static TesseractLine Read(string text, double confidence = 0.95) =>
        new([.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, i) => new TesseractWord(word, confidence, i * 60, 50))]);
}
