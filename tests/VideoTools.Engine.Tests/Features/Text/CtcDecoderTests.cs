using VideoTools.Engine.Features.Text;

namespace VideoTools.Engine.Tests.Features.Text;

public sealed class CtcDecoderTests
{
    // Classes: 0 blank, 1 a, 2 b, 3 the Chinese character for middle, 4 space.
    private static readonly CtcDecoder Decoder = new(["a", "b", "\u4E2D"]);

    [Fact]
    public void Decode_RepeatsAndBlanks_AreMergedAndDropped()
    {
        var (text, confidence) = Decoder.Decode(Steps("0.aa.ab.bb"));

        Assert.Equal("aabb", text);
        Assert.Equal(0.9, confidence, 1e-6);
    }

    [Fact]
    public void Decode_NothingButBlanks_IsEmpty() => Assert.Equal(("", 0.0), Decoder.Decode(Steps("....")));

    [Fact]
    public void Decode_SpacesAtTheEndsAndTwice_BecomeOneBetweenWords() => Assert.Equal("a b", Decoder.Decode(Steps(" a .  b ")).Text);

    [Fact]
    public void Decode_LikelySpaceThatLost_IsRead()
    {
        var steps = Steps("a.b");
        steps[5 + 4] = 0.2f;

        Assert.Equal("a b", Decoder.Decode(steps).Text);
        Assert.Equal("ab", Decoder.Decode(Steps("a.b")).Text);
    }

    // The gap after the third letter: three steps where the others have two, and a little of a space in it.
    [Theory]
    [InlineData(0.03f, 0f, "aba bab")]
    [InlineData(0.01f, 0f, "ababab")]
    [InlineData(0.03f, 0.004f, "ababab")]
    public void Decode_WideGapInALine_IsReadAsASpaceWhereOthersHaveNone(float inGap, float elsewhere, string expected)
    {
        var steps = Steps("a.b.a..b.a.b");
        foreach (var blank in new[] { 1, 3, 8, 10 })
        {
            steps[(blank * 5) + 4] = elsewhere;
        }

        steps[(5 * 5) + 4] = inGap;

        Assert.Equal(expected, Decoder.Decode(steps).Text);
    }

    [Fact]
    public void Decode_WideGapInATag_IsNoSpace()
    {
        var decoder = new CtcDecoder(["a", "b", "#"]);
        var steps = Steps("\u4E2Da.b..a.b.a");
        steps[(5 * 5) + 4] = 0.03f;

        Assert.Equal("#ababa", decoder.Decode(steps).Text);
    }

    [Fact]
    public void Decode_NarrowGapInALine_NeedsMoreOfASpace()
    {
        var steps = Steps("a.b.a.b.a.b");
        steps[(5 * 5) + 4] = 0.03f;

        Assert.Equal("ababab", Decoder.Decode(steps).Text);
    }

    [Fact]
    public void Decode_LikelySpaceBesideChinese_IsNotRead()
    {
        var steps = Steps("a.\u4E2D");
        steps[5 + 4] = 0.2f;

        Assert.Equal("a\u4E2D", Decoder.Decode(steps).Text);
    }

    [Fact]
    public void Decode_LimitedAlphabet_TakesTheBestOfWhatIsAllowed()
    {
        var latin = new CtcDecoder(["a", "b", "\u4E2D"], k => k[0] < 128);
        var steps = Steps("\u4E2D");
        steps[1] = 0.06f;

        Assert.Equal("\u4E2D", Decoder.Decode(steps).Text);
        Assert.Equal("a", latin.Decode(steps).Text);
    }

    // One step a character: 0.9 for it, '.' (or '0') is the blank.
    private static float[] Steps(string path)
    {
        var steps = new float[path.Length * 5];
        for (var i = 0; i < path.Length; i++)
        {
            var at = "ab\u4E2D ".IndexOf(path[i], StringComparison.Ordinal) + 1;
            steps[(i * 5) + at] = 0.9f;
        }

        return steps;
    }
}
