using VideoTools.Engine.Media.Tesseract;

namespace VideoTools.Engine.Tests.Media.Tesseract;

public sealed class TesseractTableTests
{
    private const string Header = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

    [Fact]
    public void Parse_Words_GoToTheirPictures()
    {
        var lines = TesseractTable.Parse(
            Header + "4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n5\t1\t1\t1\t1\t1\t3\t0\t40\t9\t96.5\tEl\n5\t1\t1\t1\t1\t2\t50\t0\t90\t9\t80\tNiño\n"
            + "5\t2\t1\t1\t1\t1\t3\t0\t40\t9\t0\tx\n", 2)!;

        Assert.Equal(["El Niño", "x"], lines.Select(l => l.Text));
        Assert.Equal((2 * 0.965 + 4 * 0.8) / 6, lines[0].Confidence, 6);
        Assert.Equal((50, 90), (lines[0].Words[1].Left, lines[0].Words[1].Width));
    }

    [Theory]
    [InlineData("5\t9\t1\t1\t1\t1\t3\t0\t40\t9\t96\tlost")]
    [InlineData("5\t0\t1\t1\t1\t1\t3\t0\t40\t9\t96\tlost")]
    [InlineData("5\t1\t1\t1\t1\t1\tx\t0\t40\t9\t96\tno number")]
    [InlineData("5\t1\t1\t1\t1\t1\t3\t0\t40\t9\tNaN\tno confidence")]
    [InlineData("5\t1\t1")]
    [InlineData("5\t1\t1\t1\t1\t1\t3\t0\t40\t9\t96\t \u0007 ")]
    public void Parse_RowsThatMakeNoSense_AreLeftOut(string row) => Assert.Empty(TesseractTable.Parse(Header + row, 1)![0].Words);

    [Fact]
    public void Parse_NoTable_IsNull() => Assert.Null(TesseractTable.Parse("Tesseract Open Source OCR Engine\n", 1));
}
