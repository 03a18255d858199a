using VideoTools.Engine.Tests.Features.Speech;
using VideoTools.TestMedia.Speech;

namespace VideoTools.Engine.Tests.EndToEnd;

/// <summary>Unusual sound tracks, through the decoder.</summary>
public sealed class SpeechInputTests
{
    [RequiresModelFact("whisper-base", recording: true)]
    public void Transcript_UnusualSound_IsHeardAsThePlainOne()
    {
        var said = SpokenTexts.Kennedy!.Text;

        // A hum in five of six channels, or half of the frequencies missing, may cost a word or two of 22.
        Assert.Equal(0, WordErrorRate.Score(said, Text(SoundKind.Plain)).Errors);
        Assert.InRange(WordErrorRate.Score(said, Text(SoundKind.Surround)).Errors, 0, 2);
        Assert.InRange(WordErrorRate.Score(said, Text(SoundKind.Telephone)).Errors, 0, 2);
    }

    [RequiresModelFact("whisper-base", recording: true)]
    public void Transcript_SoundThatBeginsLate_HasTheTimesOfTheFile()
    {
        var (plain, late) = (Segments(SoundKind.Plain, 0), Segments(SoundKind.Late, 0));

        Assert.Equal(plain[0].StartSeconds + 3, late[0].StartSeconds, 0.1);
        Assert.Equal(plain[^1].EndSeconds + 3, late[^1].EndSeconds, 0.1);
    }

    [RequiresModelFact("whisper-base", recording: true)]
    public void Transcript_SoundThatEndsEarly_IsHeardToItsEnd()
    {
        var segments = Segments(SoundKind.Short, 0);

        Assert.Contains("Americans", segments[^1].Text, StringComparison.OrdinalIgnoreCase);
        Assert.True(segments[^1].EndSeconds < 4);
    }

    [RequiresModelFact("whisper-base", recording: true)]
    public void Transcript_ATrackWithoutSamples_IsSilence()
    {
        var segment = Assert.Single(Segments(SoundKind.ZeroLength, 0));

        Assert.Equal((false, SpeechSkipReason.Silence), (segment.HasSpeech, segment.SkipReason!.Value));
    }

    [RequiresModelFact("whisper-base", recording: true)]
    public void Transcript_OfAChosenTrack_IsThatTracks()
    {
        var first = Assert.Single(Segments(SoundKind.SecondTrack, 0));
        var second = Segments(SoundKind.SecondTrack, 1);

        Assert.Equal((false, 0), (first.HasSpeech, first.AudioTrack!.Value));
        Assert.Contains("country", second[0].Text, StringComparison.Ordinal);
        Assert.All(second, s => Assert.Equal(1, s.AudioTrack));
    }

    [RequiresModelFact("whisper-base", recording: true)]
    public void Template_UnusualSound_SaysWhyThereIsNoSpeech()
    {
        var request = new AnalysisRequest(new TemplateOptions { SkipText = true });

        var silent = Assert.Single(Sessions.Records<VideoTemplate>(request, SoundClips.Create(SoundKind.ZeroLength)));
        var spoken = Assert.Single(Sessions.Records<VideoTemplate>(request, SoundClips.Create(SoundKind.Surround)));

        Assert.Equal((false, SpeechSkipReason.Silence), (silent.HasSpeech, silent.SpeechSkipReason));
        Assert.Equal((true, (SpeechSkipReason?)null, "whisper-base"), (spoken.HasSpeech, spoken.SpeechSkipReason, spoken.SpeechModel));
        Assert.InRange(spoken.HookWordCount!.Value, 2, 8);
        Assert.InRange(spoken.FirstSpeechSeconds!.Value, 0, 1);
        Assert.NotEmpty(spoken.SpeechSegments!);
    }

    private static string Text(SoundKind kind) => string.Join(' ', Segments(kind, 0).Select(s => s.Text));

    private static List<TranscriptSegment> Segments(SoundKind kind, int track) => Sessions.Records<TranscriptSegment>(
        new AnalysisRequest(new SpeechOptions { AudioTrack = track }), SoundClips.Create(kind));
}
