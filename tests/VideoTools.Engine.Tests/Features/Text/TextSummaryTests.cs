using VideoTools.Engine.Features.Text;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class TextSummaryTests
{
    [Fact]
    public void Of_OverlappingTexts_CoversTheirUnion()
    {
        var summary = TextSummary.Of([Text("a", 0, 4, TextZone.Top), Text("b", 3, 6, TextZone.Bottom), Text("a", 8, 9, TextZone.Bottom)], 0, 10);

        Assert.Equal(3, summary.Count);
        Assert.Equal(70, summary.CoveragePercent);
        Assert.Equal("a;b", summary.Phrases.ToString());
        Assert.Equal("bottom", summary.Zone);
        Assert.Equal("bottom;top", summary.Zones.ToString());
        Assert.Equal("frequent", summary.Pattern);
        Assert.Equal(0.3, summary.Density, 1e-9);
    }

    [Fact]
    public void Of_HalfTheTime_IsSparse() => Assert.Equal("sparse", TextSummary.Of([Text("a", 0, 5, TextZone.Top)], 0, 10).Pattern);

    [Fact]
    public void Of_NoText_HasNoZone()
    {
        var summary = TextSummary.Of([], 0, 10);

        Assert.Equal((0, 0.0, (string?)null, "sparse"), (summary.Count, summary.CoveragePercent, summary.Zone, summary.Pattern));
    }

    [Fact]
    public void Of_NoLength_DividesByNothing() => Assert.Equal(0, TextSummary.Of([Text("a", 0, 0, TextZone.Top)], 0, 0).Density);

    [Fact]
    public void Of_SixPhrases_KeepsTheFiveMostFrequentThenTheFirst()
    {
        var texts = "f e d c b a a".Split(' ').Select((t, i) => Text(t, i, i + 0.5, TextZone.Top)).ToList();

        Assert.Equal("a;f;e;d;c", TextSummary.Of(texts, 0, 10).Phrases.ToString());
    }

    private static VideoText Text(string text, double start, double end, TextZone zone) =>
        new() { FullName = "/clip.mp4", Index = 1, Text = text, StartSeconds = start, EndSeconds = end, Zone = zone };
}
