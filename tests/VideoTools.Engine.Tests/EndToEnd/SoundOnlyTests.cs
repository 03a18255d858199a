using VideoTools.Engine.Tests.Features.Speech;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Bad;
using VideoTools.TestMedia.Speech;

namespace VideoTools.Engine.Tests.EndToEnd;

/// <summary>Files with sound only have a transcript; whatever wants frames of them is one clear error.</summary>
public sealed class SoundOnlyTests
{
    [RequiresModelFact("whisper-base", recording: true)]
    public void Transcript_OfSoundOnly_IsThatOfTheVideo()
    {
        var video = Segments(SoundClips.Create(SoundKind.Plain));
        foreach (var extension in new[] { "m4a", "mp3", "wav", "flac", "ogg", "opus", "mka" })
        {
            var sound = Segments(SoundClips.CreateFile(extension));

            Assert.Equal(0, WordErrorRate.Score(SpokenTexts.Kennedy!.Text, string.Join(' ', sound.Select(s => s.Text))).Errors);
            Assert.Equal(video[0].StartSeconds, sound[0].StartSeconds, 0.2);
            Assert.Equal(video[^1].EndSeconds, sound[^1].EndSeconds, 0.2);
            Assert.All(sound, s => Assert.Equal(("en", RecordStatus.Ok), (s.Language, s.Status)));
        }
    }

    [RequiresModelFact("whisper-base", recording: true)]
    public void Transcript_RangeOfSoundOnly_HasTheTimesOfTheFile()
    {
        var input = new VideoInput(SoundClips.CreateFile("m4a"), TimeSpan.FromSeconds(3.6), TimeSpan.FromSeconds(8));

        var events = Sessions.Run(new AnalysisRequest(new SpeechOptions { WordTimestamp = true }), input);

        var segments = events.OfType<RecordEvent>().Select(e => (TranscriptSegment)e.Record).ToList();
        Assert.Contains("what your country can do for you", string.Join(' ', segments.Select(s => s.Text)), StringComparison.OrdinalIgnoreCase);
        Assert.All(segments.SelectMany(s => s.Words), word => Assert.InRange(word.StartSeconds, 3.6, 8));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void EverythingThatWantsFrames_OfSoundOnly_IsOneErrorThatNamesTheTranscript()
    {
        VideoRequest[] requests =
        [
            new AnalysisRequest(new TextOptions()), new AnalysisRequest(new FaceOptions()), new AnalysisRequest(new TemplateOptions()),
            new AnalysisRequest(new TemplateOptions { SkipScenes = true, SkipText = true }), new AnalysisRequest(new ActivityOptions()),
            new AnalysisRequest(new SpeechOptions(), new SceneOptions()), new InfoRequest(),
        ];
        foreach (var kind in new[] { BadMediaKind.AudioOnly, BadMediaKind.AudioWithCover })
        {
            foreach (var request in requests)
            {
                var failure = Assert.IsType<FailureEvent>(Assert.Single(Sessions.Run(request, BadMedia.Create(kind))));
                Assert.Equal(VideoErrorId.NoVideoStream, failure.Error.Id);
                Assert.Contains("Get-VideoTranscript (videotools transcript)", failure.Error.RecommendedAction, StringComparison.Ordinal);
            }
        }
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Transcript_OfATrackThatIsNotThere_IsOneError()
    {
        var failure = Assert.IsType<FailureEvent>(Assert.Single(
            Sessions.Run(new AnalysisRequest(new SpeechOptions { AudioTrack = 1 }), BadMedia.Create(BadMediaKind.AudioOnly))));

        Assert.Equal(VideoErrorId.AudioTrackNotFound, failure.Error.Id);
    }

    [RequiresModelFact("whisper-base")]
    public void Transcript_OfATone_HasOneRecordThatSaysWhy()
    {
        foreach (var kind in new[] { BadMediaKind.AudioOnly, BadMediaKind.AudioWithCover })
        {
            var segment = Assert.Single(Sessions.Records<TranscriptSegment>(new AnalysisRequest(new SpeechOptions()), BadMedia.Create(kind)));

            Assert.Equal((false, SpeechSkipReason.NoSpeech), (segment.HasSpeech, segment.SkipReason!.Value));
        }
    }

    private static List<TranscriptSegment> Segments(string file) =>
        Sessions.Records<TranscriptSegment>(new AnalysisRequest(new SpeechOptions()), file);
}
