namespace VideoTools.Core.Tests.Schema;

public sealed class RecordTextTests
{
    public static TheoryData<object?, string> Texts => new()
    {
        { null, "" },
        { "a;b", "a;b" },
        { 0.1, "0.1" },
        { 1e-05, "1E-05" },
        { true, "True" },
        { TimeSpan.FromSeconds(1.5), "00:00:01.5000000" },
        { new DateTime(2024, 2, 29, 1, 2, 3), "2024-02-29T01:02:03" },
        { new DateTimeOffset(2024, 2, 29, 1, 2, 3, 250, TimeSpan.Zero), "2024-02-29T01:02:03.25+00:00" },
        { new Rational(30000, 1001), "30000/1001" },
        { new AspectRatio(9, 16), "9:16" },
        { RecordStatus.Damaged, "Damaged" },
        { new ValueList<double>([0, 1.5]), "0;1.5" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Format_IsTheCellOfTheInvariantCulture(object? value, string expected) => Assert.Equal(expected, RecordText.Format(value));

    [Theory]
    [InlineData("0:aac:2ch:48000Hz:eng")]
    [InlineData("1:pcm_s16le:1ch:8000Hz")]
    public void Parse_AudioTrack_IsWhatItPrints(string text) => Assert.Equal(text, RecordText.Parse(text, typeof(AudioTrack))!.ToString());

    [Theory]
    [InlineData("0:aac:2:48000Hz", typeof(AudioTrack))]
    [InlineData("7-8 Top x", typeof(TemplateText))]
    [InlineData("0.50-3.25 Left x", typeof(TemplateText))]
    [InlineData("x@1.00", typeof(TranscriptWord))]
    [InlineData("x", typeof(TemplateSpeech))]
    [InlineData("", typeof(RecordStatus))]
    [InlineData("12,5", typeof(int))]
    [InlineData("1.5.0", typeof(double))]
    public void Parse_Other_IsNull(string text, Type type) => Assert.Null(RecordText.Parse(text, type));

    [Theory]
    [InlineData("12,0", 12)]
    [InlineData("\u22127", -7)]
    public void Parse_CountOfASpreadsheet_IsWhole(string text, int expected) => Assert.Equal(expected, RecordText.Parse(text, typeof(int)));
}
