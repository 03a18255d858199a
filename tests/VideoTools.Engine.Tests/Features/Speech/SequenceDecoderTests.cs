using VideoTools.Engine.Features.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

public sealed class SequenceDecoderTests
{
    private static readonly int[] Sentence = [TestVocabulary.Zero + 10, 0, 1, 2, 3, TestVocabulary.Zero + 60, TestVocabulary.End];

    private readonly SequenceDecoder _decoder = new(TestVocabulary.Create());

    [Fact]
    public void Decode_CertainText_TakesItAtTemperatureZero()
    {
        using var network = new ScriptedDecoder(tokens => Sentence[tokens.Count - 1]);
        var result = Decode(network);
        Assert.Equal(Sentence[..^1], result.Tokens);
        Assert.Equal(" the cat sat.", result.Text);
        Assert.Equal(0, result.Temperature);
        Assert.InRange(result.AverageLogProbability, -0.01, 0);
        Assert.Equal(Sentence.Length - 1, network.Steps);
    }

    [Fact]
    public void Decode_LoopAtTemperatureZero_ClimbsTheLadder()
    {
        // The likeliest text repeats itself until the second try begins; then it is a sentence.
        var tries = 0;
        using var network = new ScriptedDecoder(tokens =>
        {
            tries += tokens.Count == 2 ? 1 : 0;
            return tokens.Count == 1 ? Sentence[0] : tries <= 1 ? tokens.Count % 2 : Sentence[tokens.Count - 1];
        });
        var result = Decode(network);
        Assert.Equal(0.2, result.Temperature);
        Assert.Equal(" the cat sat.", result.Text);
    }

    [Fact]
    public void Decode_AlwaysLooping_EndsSoonAndSaysSo()
    {
        using var network = new ScriptedDecoder(tokens => tokens.Count == 1 ? Sentence[0] : 1);
        var result = Decode(network);
        Assert.True(result.CompressionRatio > SequenceDecoder.MaxCompressionRatio);
        Assert.InRange(network.Steps, 6 * 30, 6 * 40);
    }

    [Fact]
    public void Decode_UnlikelyTextInProbableSilence_StopsAtOnce()
    {
        using var network = new ScriptedDecoder(tokens => Sentence[Math.Min(tokens.Count - 1, 6)], certainty: 0.1f);
        var result = Decode(network, noSpeech: 0.9);
        Assert.Equal(0, result.Temperature);
        Assert.True(SequenceDecoder.IsSilent(result, 0.9));
        Assert.False(SequenceDecoder.IsSilent(result, 0.5));
    }

    [Fact]
    public void Decode_Drawn_IsTheSameEveryTime()
    {
        DecodedSequence Once()
        {
            using var network = new ScriptedDecoder(tokens => Sentence[Math.Min(tokens.Count - 1, 6)], certainty: 3);
            return Decode(network);
        }

        var first = Once();
        Assert.Equal(first.Tokens, Once().Tokens);
    }

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("Ask not what your country can do for you", 0.6, 1.1)]
    [InlineData("la la la la la la la la la la la la la la la la la la la la la la la la la la la la", 2.5, 10)]
    public void CompressionRatio_Text_IsInRange(string text, double low, double high) =>
        Assert.InRange(SequenceDecoder.CompressionRatio(text), low, high);

    private DecodedSequence Decode(ScriptedDecoder network, double noSpeech = 0)
    {
        var first = network.Begin().ToArray();
        network.Mark();
        return _decoder.Decode(network, first, noSpeech, default);
    }
}
