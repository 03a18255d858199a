using VideoTools.Engine.Features.Text;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class ReaderPlanTests
{
    private static readonly string[] Installed = ["Latin", "chi_sim", "deu", "eng", "fra", "osd", "rus"];

    [Theory]
    [InlineData(TextEngine.Auto, "en", true)]
    [InlineData(TextEngine.Auto, "zh,en", true)]
    [InlineData(TextEngine.Auto, "de", false)]
    [InlineData(TextEngine.Auto, null, false)]
    [InlineData(TextEngine.PPOcr, "de", true)]
    [InlineData(TextEngine.Tesseract, "en", false)]
    public void IsBuiltIn_IsWhatPaddleReadsAlone(TextEngine engine, string? language, bool expected) =>
        Assert.Equal(expected, ReaderPlan.IsBuiltIn(new TextOptions { Engine = engine, Language = language }));

    [Fact]
    public void Of_NoLanguage_AsksForWhatThereIs_TheWholeScriptFirst()
    {
        var plan = ReaderPlan.Of(new TextOptions(), Installed);

        Assert.Equal(["Latin", "deu", "fra", "eng"], plan.Latin);
        Assert.Equal(["rus"], plan.Others);
        Assert.False(plan.ReadsAll || plan.Replaces);
    }

    [Fact]
    public void Of_NamedLanguages_AreReadThroughout_AndTheScriptStandsInForOneThatIsMissing()
    {
        var plan = ReaderPlan.Of(new TextOptions { Language = "de, ru,en,da,el" }, Installed);

        Assert.Equal(["deu", "Latin"], plan.Latin);
        Assert.Equal(["rus"], plan.Others);
        Assert.Equal(["ell"], plan.Missing);
        Assert.True(plan.ReadsAll);
    }

    [Fact]
    public void Of_OneLanguage_HasTheWholeScriptBehindIt_UnlessTesseractReadsAlone()
    {
        Assert.Equal(["fra", "Latin"], ReaderPlan.Of(new TextOptions { Language = "fr" }, Installed).Latin);
        Assert.Equal(["fra"], ReaderPlan.Of(new TextOptions { Language = "fr" }, ["eng", "fra"]).Latin);
        Assert.Equal(["fra"], ReaderPlan.Of(new TextOptions { Engine = TextEngine.Tesseract, Language = "fr" }, Installed).Latin);
        Assert.Empty(ReaderPlan.Of(new TextOptions { Language = "ru" }, Installed).Latin);
    }

    [Fact]
    public void Of_TesseractAlone_ReadsEnglishToo()
    {
        var plan = ReaderPlan.Of(new TextOptions { Engine = TextEngine.Tesseract, Language = "en" }, Installed);

        Assert.Equal(["eng"], plan.Latin);
        Assert.True(plan.Replaces);
    }

    [Fact]
    public void Of_NothingInstalled_IsEmpty()
    {
        var plan = ReaderPlan.Of(new TextOptions { Language = "de" }, []);

        Assert.False(plan.IsAny);
        Assert.Equal(["deu"], plan.Missing);
    }
}
