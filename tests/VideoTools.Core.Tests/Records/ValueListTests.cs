using System.Globalization;

namespace VideoTools.Core.Tests.Records;

public class ValueListTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("en-US")]
    [InlineData("fa-IR")]
    public void ToString_Numbers_AreTheSameInEveryCulture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal("0;1.5;-2.25", new ValueList<double>([0, 1.5, -2.25]).ToString());
            Assert.Equal("0:aac:2ch:48000Hz:eng", new ValueList<AudioTrack>([
                new AudioTrack { Index = 0, Codec = "aac", Channels = 2, SampleRate = 48000, Language = "eng" }]).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Constructor_SourceChangesLater_ListDoesNot()
    {
        var source = new List<string> { "a" };
        var list = new ValueList<string>(source);
        source.Add("b");
        Assert.Equal(["a"], list);
    }
}
