using System.Globalization;
using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Scheduling;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

public sealed class SpeechAnalyzerTests
{
    private const string Base = "whisper-base";

    [Fact]
    public void Complete_NoTrack_SaysSo()
    {
        var record = Assert.Single(Run([], new SpeechOptions(), tracks: 0));
        Assert.False(record.HasSpeech);
        Assert.Equal(SpeechSkipReason.NoAudioTrack, record.SkipReason);
        Assert.Null(record.Text);
        Assert.Null(record.AudioTrack);
        Assert.Equal(0, record.Index);
    }

    [Fact]
    public void Begin_TrackThatIsNotThere_IsAnError()
    {
        var error = Assert.Throws<VideoToolsException>(() => Run([], new SpeechOptions { AudioTrack = 2 }, tracks: 2));
        Assert.Equal(VideoErrorId.AudioTrackNotFound, error.Error.Id);
    }

    [RequiresModelFact(Base)]
    public void Complete_TrackWithoutSamples_IsSilence() =>
        Assert.Equal(SpeechSkipReason.Silence, Assert.Single(Run([], new SpeechOptions())).SkipReason);

    [RequiresModelFact(Base)]
    public void Complete_SilenceAndNoise_NeedNoWhisper()
    {
        var random = new Random(11);
        var noise = Enumerable.Range(0, 160_000).Select(_ => (short)random.Next(-6000, 6000)).ToArray();
        var silent = Assert.Single(Run(new short[160_000], new SpeechOptions()));
        var noisy = Assert.Single(Run(noise, new SpeechOptions()));
        Assert.Equal((SpeechSkipReason.Silence, null), (silent.SkipReason, silent.Model));
        Assert.Equal((SpeechSkipReason.NoSpeech, null), (noisy.SkipReason, noisy.Model));
    }

    [RequiresModelFact(Base, recording: true)]
    public void Run_Recording_IsRecognisedWithOrderedWords()
    {
        var kennedy = SpokenTexts.Kennedy!;
        var records = Run(kennedy.Samples, new SpeechOptions { WordTimestamp = true }, start: 100);
        Assert.InRange(WordErrorRate.Score(kennedy.Text, string.Join(' ', records.Select(r => r.Text))).Rate, 0, 0.1);
        Assert.All(records, r => Assert.Equal<(string?, string?, InferenceDevice?, int?)>(("en", "whisper-base", InferenceDevice.Cpu, 0), (r.Language, r.Model, r.Device, r.AudioTrack)));
        Assert.Equal(Enumerable.Range(1, records.Count), records.Select(r => r.Index));

        // The sound starts at 100 s; Kennedy begins at 0.3 s and ends at 10.5 s.
        Assert.Equal(100.3, records[0].StartSeconds, 0.25);
        Assert.Equal(110.5, records[^1].EndSeconds, 0.35);
        var words = records.SelectMany(r => r.Words).ToArray();
        Assert.Equal(22, words.Length, 2.0);
        Assert.All(words, w => Assert.True(w.EndSeconds >= w.StartSeconds && w.Probability is > 0 and <= 1));
        Assert.All(words.Zip(words.Skip(1)), p => Assert.True(p.Second.StartSeconds >= p.First.StartSeconds));
    }

    [RequiresModelFact(Base, recording: true)]
    public void Run_Twice_GivesTheSameRecords()
    {
        var samples = SpokenTexts.Kennedy!.Samples;
        Assert.Equal(
            Run(samples, new SpeechOptions()).Select(r => r with { Words = ValueList<TranscriptWord>.Empty }),
            Run(samples, new SpeechOptions()).Select(r => r with { Words = ValueList<TranscriptWord>.Empty }));
    }

    [RequiresModelFact(Base, espeak: true)]
    public void Run_KnownWordTimes_AreMetWithinAFifthOfASecond()
    {
        var text = SpokenTexts.Join("three", 1.0, SpokenTexts.Synthetic("camera"), SpokenTexts.Synthetic("school"), SpokenTexts.Synthetic("train"));
        var words = Run(text.Samples, new SpeechOptions { WordTimestamp = true }).SelectMany(r => r.Words).ToArray();
        var pairs = WordErrorRate.Align([.. text.Words.Select(w => w.Word)], [.. words.Select(w => w.Text)]);
        var errors = pairs.Select(p => Math.Abs(text.Words[p.True].Start - words[p.Heard].StartSeconds)).Order().ToArray();
        Assert.True(errors.Length > 0.8 * text.Words.Count, $"only {errors.Length} of {text.Words.Count} words were recognised");
        Assert.True(errors[(int)(0.9 * (errors.Length - 1))] <= 0.2, string.Join(' ', errors.Select(e => e.ToString("0.00", CultureInfo.InvariantCulture))));
        Assert.InRange(errors.Average(), 0, 0.12);
    }

    [RequiresModelFact(Base, recording: true)]
    public void Decode_VideoWithSpeech_GivesTheSameAsItsSound()
    {
        var path = Video();
        var options = new EngineOptions();
        var probe = Prober.Create(options).Probe(path, false, default);
        var records = new List<TranscriptSegment>();
        using var analyzer = new SpeechAnalyzer(new SpeechOptions(), new WorkLane("speech", SpeechAnalyzer.WaitingChunks));
        analyzer.Begin(new AnalysisContext(probe.Info, null, null, r => records.Add((TranscriptSegment)r)));
        var summary = MediaDecoder.Create(options).Decode(new DecodePlan { Source = probe, AudioTrack = 0, AnalysisLongSide = 64 }, new Sink(analyzer));
        analyzer.Complete(summary);
        Assert.InRange(WordErrorRate.Score(SpokenTexts.Kennedy!.Text, string.Join(' ', records.Select(r => r.Text))).Rate, 0, 0.1);
        Assert.Equal(2.3, records[0].StartSeconds, 0.3);
        Assert.Equal(path, records[0].FullName);
    }

    [RequiresModelFact(Base, recording: true)]
    public void Request_VideoWithAndWithoutTheTrack_GivesSegmentsAndAnError()
    {
        var (spoken, failure) = Request(new SpeechOptions(), Video());
        Assert.Null(failure);
        Assert.NotEmpty(spoken);
        Assert.All(spoken, s => Assert.True(s.HasSpeech));
        (spoken, failure) = Request(new SpeechOptions { AudioTrack = 1 }, Video());
        Assert.Empty(spoken);
        Assert.Equal(VideoErrorId.AudioTrackNotFound, failure?.Id);
    }

    [RequiresModelFact(Base, recording: true)]
    public void Complete_Cancelled_EndsSoon()
    {
        using var cancellation = new CancellationTokenSource();
        var kennedy = SpokenTexts.Kennedy!;
        var records = new List<object>();
        using var analyzer = new SpeechAnalyzer(new SpeechOptions(), new WorkLane("speech", SpeechAnalyzer.WaitingChunks));
        analyzer.Begin(new AnalysisContext(Info(1), null, null, records.Add) { Cancellation = cancellation.Token });
        analyzer.OnAudio(new AudioBlock(kennedy.Samples, 0, new Rational(1, 16_000)));
        cancellation.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => analyzer.Complete(Whole));
        Assert.Empty(records);
    }

    private static (List<TranscriptSegment> Segments, VideoError? Failure) Request(SpeechOptions speech, string path)
    {
        var options = new EngineOptions();
        var request = new TranscriptRequest { Speech = speech };
        var (segments, failure) = (new List<TranscriptSegment>(), default(VideoError));
        using var session = new VideoSession(new JobRunner(request, new FfmpegMediaSource(options), 2), options, 2);
        session.Add(new VideoInput(path));
        session.CompleteAdding();
        while (!session.IsFinished)
        {
            switch (session.Take(TimeSpan.FromSeconds(1)))
            {
                case RecordEvent record:
                    segments.Add((TranscriptSegment)record.Record);
                    break;
                case FailureEvent failed:
                    failure = failed.Error;
                    break;
            }
        }

        return (segments, failure);
    }

    private static string Video() => MediaCache.GetOrCreate(
        "speech-kennedy", "kennedy.mp4", "kennedy after 2 s of silence, aac 44100 stereo, 320x180", target =>
        {
            var wave = target + ".wav";
            WaveFile.Write(wave, SpokenTexts.Kennedy!.Samples);
            Ffmpeg.Run(
                "-f", "lavfi", "-i", "color=c=gray:s=320x180:r=10:d=14", "-i", wave, "-filter:a", "adelay=2000,aresample=44100,apad=whole_dur=14",
                "-ac", "2", "-c:a", "aac", "-b:a", "96k", "-pix_fmt", "yuv420p", "-t", "14", target);
            File.Delete(wave);
        });

    private static DecodeSummary Whole { get; } = new(0, 0, new Rational(1, 1), 0, RecordStatus.Ok);

    private static VideoInfo Info(int tracks) => new()
    {
        FullName = "/videos/talk.mp4",
        Container = "mp4",
        AudioTracks = new ValueList<AudioTrack>(Enumerable.Range(0, tracks).Select(i => new AudioTrack { Index = i, Codec = "aac" })),
    };

    private static List<TranscriptSegment> Run(short[] samples, SpeechOptions options, int tracks = 1, double start = 0)
    {
        var records = new List<TranscriptSegment>();
        using var analyzer = new SpeechAnalyzer(options, new WorkLane("speech", SpeechAnalyzer.WaitingChunks));
        Assert.True(analyzer.Needs is { Audio: true, Frames: false });
        analyzer.Begin(new AnalysisContext(Info(tracks), null, null, r => records.Add((TranscriptSegment)r)));
        for (var at = 0; at < samples.Length; at += 1000)
        {
            analyzer.OnAudio(new AudioBlock(
                samples.AsSpan(at, Math.Min(1000, samples.Length - at)), (long)(start * 16_000) + at, new Rational(1, 16_000)));
        }

        analyzer.Complete(Whole);
        return records;
    }

    private sealed class Sink(SpeechAnalyzer analyzer) : IDecodeSink
    {
        public bool IsSatisfied => false;

        public void OnFrame(VideoFrame frame) => analyzer.OnFrame(frame);

        public void OnStill(VideoFrame frame)
        {
        }

        public void OnAudio(AudioBlock block) => analyzer.OnAudio(block);
    }
}
