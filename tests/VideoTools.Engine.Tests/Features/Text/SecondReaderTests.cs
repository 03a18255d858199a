using VideoTools.Engine.Features.Text;
using VideoTools.Engine.Media.Tesseract;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class SecondReaderTests
{
    private static readonly ReaderPlan Auto = new(["deu", "fra"], ["rus"], [], ReadsAll: false, Replaces: false);
    private static readonly ReaderPlan Whole = new(["Latin", "deu", "fra"], ["rus"], [], ReadsAll: false, Replaces: false);
    private readonly Script _script = new();
    private readonly List<string> _lacking = [];
    private readonly List<string> _problems = [];

    [Fact]
    public void Review_PlainLine_CostsNothing()
    {
        var line = Review(Reader(Auto), "hamburg");

        Assert.Equal(("hamburg", TextEngine.PPOcr, false), (line.Text, line.Engine, line.IsLacking));
        Assert.Empty(_script.Asked);
    }

    [Fact]
    public void Review_LineWithAMark_IsReadInEveryLanguage_TheBestCounts()
    {
        _script.Says["deu"] = ["manana"];
        _script.Says["fra"] = ["mañana"];

        var line = Review(Reader(Auto), "manana", above: [2]);

        Assert.Equal(("mañana", TextEngine.Tesseract, false), (line.Text, line.Engine, line.IsLacking));
        Assert.Equal(["deu", "fra"], _script.Asked);
    }

    [Fact]
    public void Review_TheSameReadingAtItsPlace_IsNotAskedAgain()
    {
        _script.Says["deu"] = ["mañana"];
        _script.Says["fra"] = ["manana"];
        var reader = Reader(Auto);

        Review(reader, "manana", above: [2]);

        Assert.Equal("mañana", Review(reader, "manana").Text);
        Assert.Equal(2, _script.Asked.Count);
    }

    [Fact]
    public void Review_MarkThatNobodyReads_IsToldAndLacking()
    {
        _script.Says["deu"] = _script.Says["fra"] = ["manana"];
        _script.Says["rus"] = [""];

        Assert.True(Review(Reader(Auto), "manana", above: [2]).IsLacking);
        Assert.Equal(["manana"], _lacking);
    }

    [Fact]
    public void Review_NoTesseract_IsLacking()
    {
        var line = Review(new SecondReader(null, ReaderPlan.Of(new TextOptions(), []), _lacking.Add, _problems.Add), "manana", above: [2]);

        Assert.Equal(("manana", true), (line.Text, line.IsLacking));
        Assert.Single(_lacking);
    }

    [Fact]
    public void Review_TesseractFails_IsToldOnce_AndNotAskedAgain()
    {
        _script.Problem = "it broke";
        var reader = Reader(Auto);

        Assert.True(Review(reader, "manana", above: [2]).IsLacking);
        Review(reader, "banana", above: [2]);

        Assert.Equal(["it broke"], _problems);
        Assert.Single(_script.Asked);
    }

    [Fact]
    public void Review_NamedLanguage_ReadsEveryLine_InItsOwnLettersToo()
    {
        _script.Says["rus"] = ["Москва"];

        var line = Review(Reader(new ReaderPlan([], ["rus"], [], ReadsAll: true, Replaces: false)), "Mockva");

        Assert.Equal(("Москва", TextEngine.Tesseract), (line.Text, line.Engine));
    }

    [Fact]
    public void Review_OtherLetters_AreNotGuessedWhereALatinLanguageFits()
    {
        _script.Says["deu"] = _script.Says["fra"] = ["manana"];
        _script.Says["rus"] = ["мапапа"];

        Assert.Equal("manana", Review(Reader(Auto), "manana", above: [2]).Text);
    }

    [Fact]
    public void Review_TesseractAlone_SaysWhatItReads()
    {
        _script.Says["deu"] = ["harnburg"];

        Assert.Equal("harnburg", Review(Reader(new ReaderPlan(["deu"], [], [], ReadsAll: true, Replaces: true)), "hamburg").Text);
    }

    [Fact]
    public void Review_MarkOverABusyGround_IsAskedOnceInAllLatinLetters_AndNotLackingWhereNobodyReadsIt()
    {
        _script.Says["Latin"] = ["manana"];

        var line = Review(Reader(Whole), "manana", above: [2], pale: [0, 1, 3, 4, 5]);

        Assert.Equal(("manana", false), (line.Text, line.IsLacking));
        Assert.Equal(["Latin"], _script.Asked);
    }

    [Fact]
    public void Review_UnsureOfALongLine_AsksForAllLatinLettersAndForOthers()
    {
        _script.Says["Latin"] = ["Moel<a"];
        _script.Says["rus"] = ["Москва"];

        var line = Review(Reader(Whole), "Mockva", probability: 0.5f);

        Assert.Equal(["Latin", "rus"], _script.Asked);
        Assert.Equal(TextEngine.Tesseract, line.Engine);
    }

    [Fact]
    public void Review_LettersThatTesseractIsUnsureOf_DoNotLoseTheLine()
    {
        _script.Says["Latin"] = ["mañana"];
        _script.Confidence = 0.3;

        var line = Review(Reader(Whole), "manana", above: [2], pale: [0, 1, 3, 4, 5]);

        Assert.Equal("mañana", line.Text);
        Assert.True(line.Confidence >= 0.6, $"{line.Confidence}");
    }

    [Fact]
    public void Review_UnsureOverABusyGround_AsksNobody()
    {
        Review(Reader(Whole), "manana", pale: [0, 1, 3, 4, 5], probability: 0.5f);

        Assert.Empty(_script.Asked);
    }

    [Fact]
    public void Review_ReadAgainMoreSurely_KeepsTheSurerReading()
    {
        _script.Says["Latin"] = _script.Says["rus"] = ["manana"];
        var reader = Reader(Whole);

        var first = Review(reader, "manana", probability: 0.55f);
        var second = Review(reader, "manana", probability: 0.99f);

        Assert.True(second.Confidence > first.Confidence);
    }

    private SecondReader Reader(ReaderPlan plan) => new(_script, plan, _lacking.Add, _problems.Add);

    private static TextLine Review(SecondReader reader, string text, int[]? above = null, int[]? pale = null, float probability = 0.97f)
    {
        var (still, box) = LinePictures.Draw(text.Length, above, pale: pale);
        TextLine[] lines = [ReadingMergeTests.Line(text, probability) with { Box = box }];
        reader.Review([new TextTask(still, box)], lines);
        return lines[0];
    }

    private sealed class Script : ILineReader
    {
        public Dictionary<string, string[]> Says { get; } = [];

        public List<string> Asked { get; } = [];

        public string? Problem { get; set; }

        public double Confidence { get; set; } = 0.95;

        public (IReadOnlyList<TesseractLine>? Lines, string? Problem) Read(string language, IReadOnlyList<GreyPicture> pictures)
        {
            Asked.Add(language);
            return Problem is not null ? (null, Problem) : ([.. Says[language].Select(text => ReadingMergeTests.Read(text, Confidence))], null);
        }
    }
}
