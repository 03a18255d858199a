using VideoTools.Engine.Features.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

public sealed class SpeechSummaryTests
{
    [Fact]
    public void Of_Segments_SumsThemUp()
    {
        var summary = SpeechSummary.Of(
        [
            SubtitleLayoutTests.Segment(1, 1, 3, "Good morning, everybody.", false),
            SubtitleLayoutTests.Segment(2, 10, 14.004, "How are you today?", false),
        ]);
        Assert.Equal(new SpeechSummary(true, "en", "Good morning, everybody. How are you today?", 7, 6.0, 70.0), summary);
    }

    [Fact]
    public void Of_NoSpeech_IsEmpty() => Assert.Equal(
        new SpeechSummary(false, null, null, 0, 0, 0),
        SpeechSummary.Of([new TranscriptSegment { FullName = "a", Index = 0, HasSpeech = false, SkipReason = SpeechSkipReason.NoSpeech }]));

    [Fact]
    public void Of_LanguageWithoutBlanks_CountsCharacters() =>
        Assert.Equal(4, SpeechSummary.Of([SubtitleLayoutTests.Segment(1, 0, 1, "今日は、晴", false) with { Language = "ja" }]).WordCount);
}
