using VideoTools.Engine.Features.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

public sealed class SubtitleLayoutTests
{
    private const string Long =
        "When the fox hears the rabbit scream he comes a-running, but not to help. He looks around for a while and then, since there is "
        + "nothing else to do, he goes home and writes a very long letter to an old friend who lives in another country.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Arrange_LongSegments_KeepsEveryRule(bool withWords)
    {
        var segments = new[] { Segment(1, 2, 18, Long, withWords), Segment(2, 18, 34, Long, withWords) };
        var cues = SubtitleLayout.Arrange(segments);
        Assert.True(cues.Count >= 6);
        Assert.Equal(Long + " " + Long, string.Join(' ', cues.SelectMany(c => c.Lines)));
        Assert.All(cues, cue =>
        {
            Assert.InRange(cue.Lines.Count, 1, 2);
            Assert.All(cue.Lines, line => Assert.InRange(line.Length, 1, SubtitleLayout.LineLength));
            Assert.InRange(cue.End - cue.Start, SubtitleLayout.MinSeconds, SubtitleLayout.MaxSeconds);
        });
        Assert.All(cues.Zip(cues.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    [Fact]
    public void Arrange_TwoSentences_AreTwoSubtitles()
    {
        var cues = SubtitleLayout.Arrange([Segment(1, 0, 6, "This is the first sentence. And here the second one.", false)]);
        Assert.Equal(["This is the first sentence.", "And here the second one."], cues.Select(c => c.Text));
    }

    [Fact]
    public void Arrange_Pause_EndsTheSubtitle()
    {
        var words = new[] { ("one", 0.0, 0.4), ("two", 0.5, 0.9), ("three", 2.5, 2.9), ("four", 3.0, 3.4) };
        var cues = SubtitleLayout.Arrange([Segment(1, 0, 3.4, "one two three four", false) with { Words = Words(words) }]);
        Assert.Equal(["one two", "three four"], cues.Select(c => c.Text));
        Assert.Equal(2.5, cues[1].Start);

        // Shown for a second although the words take 0.9 s.
        Assert.Equal(1.0, cues[0].End, 1e-9);
    }

    [Fact]
    public void Arrange_ShortSegmentsInARow_DoNotOverlap()
    {
        var segments = Enumerable.Range(0, 10).Select(i => Segment(i + 1, i * 0.3, (i * 0.3) + 0.25, "Yes.", false));
        var cues = SubtitleLayout.Arrange(segments);
        Assert.All(cues, c => Assert.True(c.End > c.Start));
        Assert.All(cues.Zip(cues.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    [Fact]
    public void Arrange_TextWithoutBlanks_IsCutToLines()
    {
        var text = string.Concat(Enumerable.Repeat("今日は天気がいいですね", 12));
        var cues = SubtitleLayout.Arrange([Segment(1, 0, 30, text, false)]);
        Assert.Equal(text, string.Concat(cues.SelectMany(c => c.Lines)));
        Assert.All(cues.SelectMany(c => c.Lines), line => Assert.InRange(line.Length, 1, SubtitleLayout.LineLength));
    }

    [Fact]
    public void Arrange_NoSpeech_IsEmpty() =>
        Assert.Empty(SubtitleLayout.Arrange([new TranscriptSegment { FullName = "a", Index = 0, HasSpeech = false, SkipReason = SpeechSkipReason.Silence }]));

    internal static TranscriptSegment Segment(int index, double start, double end, string text, bool withWords)
    {
        var parts = text.Split(' ');
        var step = (end - start) / parts.Length;
        return new TranscriptSegment
        {
            FullName = "/videos/talk.mp4",
            Index = index,
            HasSpeech = true,
            StartSeconds = start,
            EndSeconds = end,
            Text = text,
            Language = "en",
            Words = withWords ? Words(parts.Select((p, i) => (p, start + (i * step), start + ((i + 1) * step)))) : ValueList<TranscriptWord>.Empty,
        };
    }

    private static ValueList<TranscriptWord> Words(IEnumerable<(string Text, double Start, double End)> words) =>
        new(words.Select(w => new TranscriptWord { Text = w.Text, StartSeconds = w.Start, EndSeconds = w.End }));
}
