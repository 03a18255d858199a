using VideoTools.Engine.Features.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

public sealed class TokenRulesTests
{
    private readonly TokenRules _rules = new(TestVocabulary.Create());

    [Fact]
    public void Apply_First_AllowsTimestampsOfTheFirstSecondOnly()
    {
        var allowed = Allowed([]);
        Assert.Equal(Enumerable.Range(TestVocabulary.Zero, 51), allowed);
    }

    [Fact]
    public void Apply_AfterStartTimestamp_AllowsTextAndEnd()
    {
        var allowed = Allowed([TestVocabulary.Zero]);
        Assert.Equal(Enumerable.Range(0, 19).Append(TestVocabulary.End), allowed);
    }

    [Fact]
    public void Apply_AfterEndTimestamp_AllowsTheSameTimestampLaterOnesAndEnd()
    {
        var allowed = Allowed([TestVocabulary.Zero, 1, TestVocabulary.Zero + 100], textBias: 10);
        Assert.Equal(TestVocabulary.End, allowed[0]);
        Assert.Equal(Enumerable.Range(TestVocabulary.Zero + 100, 1401), allowed.Skip(1));
    }

    [Fact]
    public void Apply_InText_ForbidsEarlierTimestampsAndSegmentsWithoutLength()
    {
        var allowed = Allowed([TestVocabulary.Zero + 100, 1], textBias: 10);
        Assert.DoesNotContain(TestVocabulary.Zero + 100, allowed);
        Assert.Contains(TestVocabulary.Zero + 101, allowed);
        Assert.Contains(1, allowed);
        Assert.DoesNotContain(19, allowed);
        Assert.DoesNotContain(TestVocabulary.NoTimestamps, allowed);
        Assert.DoesNotContain(TestVocabulary.German, allowed);
    }

    [Fact]
    public void Apply_TimestampsTogetherLikelierThanAnyText_ForbidsText()
    {
        // 1,400 timestamps of logit 0 outweigh a text token of logit 5, but not one of logit 10.
        Assert.DoesNotContain(1, Allowed([TestVocabulary.Zero + 100, 1], textBias: 5));
        Assert.Contains(1, Allowed([TestVocabulary.Zero + 100, 1], textBias: 10));
    }

    [Fact]
    public void LogSumExp_LargeValues_DoesNotOverflow()
    {
        Assert.Equal(1000 + MathF.Log(2), TokenRules.LogSumExp([1000, 1000, -1000]), 1e-3f);
        Assert.True(float.IsNegativeInfinity(TokenRules.LogSumExp([])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(100)]
    public void Max_AnyLength_EqualsScalar(int length)
    {
        var values = Enumerable.Range(0, length).Select(i => (float)Math.Sin(i * 7)).ToArray();
        Assert.Equal(values.Length == 0 ? float.NegativeInfinity : values.Max(), TokenRules.Max(values));
    }

    private int[] Allowed(int[] tokens, float textBias = 0)
    {
        var logits = new float[TestVocabulary.Size];
        logits.AsSpan(0, TestVocabulary.Zero).Fill(textBias);
        _rules.Apply(logits, tokens);
        return [.. Enumerable.Range(0, logits.Length).Where(i => !float.IsNegativeInfinity(logits[i]))];
    }
}
