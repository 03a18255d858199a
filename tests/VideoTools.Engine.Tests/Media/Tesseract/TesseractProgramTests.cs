using VideoTools.Engine.Media.Tesseract;

namespace VideoTools.Engine.Tests.Media.Tesseract;

public sealed class TesseractProgramTests
{
    [Fact]
    public void Find_Named_ComesFirst_AsProgramOrDirectory()
    {
        using var fake = new FakeTesseract("exit 1");
        var folder = Path.GetDirectoryName(fake.Path)!;

        Assert.Equal(fake.Path, TesseractProgram.Find(fake.Path, _ => "/elsewhere").Program!.Executable);
        Assert.Equal(fake.Path, TesseractProgram.Find(folder, _ => null).Program!.Executable);
        Assert.Equal(fake.Path, TesseractProgram.Find(null, name => name == "VIDEOTOOLS_TESSERACT" ? folder : "").Program!.Executable);
        Assert.Equal(fake.Path, TesseractProgram.Find(null, name => name == "PATH" ? $"relative{Path.PathSeparator}{folder}" : null).Program!.Executable);
    }

    [Fact]
    public void Find_NamedButNotThere_LooksNoFurther()
    {
        using var fake = new FakeTesseract("exit 1");
        var folder = Path.GetDirectoryName(fake.Path);

        var (program, problem) = TesseractProgram.Find(null, name => name == "PATH" ? folder : "/no/such/place");

        Assert.Null(program);
        Assert.Contains("VIDEOTOOLS_TESSERACT", problem, StringComparison.Ordinal);
        Assert.Null(TesseractProgram.Find("/no/such/place", _ => folder).Program);
        Assert.Null(TesseractProgram.Find(null, _ => null).Program);
    }

    [Fact]
    public void Languages_AreWhatItLists()
    {
        using var fake = new FakeTesseract("exit 1");

        Assert.Equal(["Latin", "deu"], new TesseractProgram(fake.Path).Languages);
    }

    [Theory]
    [InlineData("de", "deu")]
    [InlineData("pt-BR", "por")]
    [InlineData("ZH", "chi_sim")]
    [InlineData("zh-Hant", "chi_tra")]
    [InlineData("deu", "deu")]
    [InlineData("script/Latin", "script/Latin")]
    [InlineData("nb", "nor")]
    public void NameOf_CodesAndNames(string code, string expected) => Assert.Equal(expected, TesseractLanguages.NameOf(code));
}
