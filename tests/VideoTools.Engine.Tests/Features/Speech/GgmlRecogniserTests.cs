using System.Diagnostics;
using VideoTools.Engine.Features;
using VideoTools.Engine.Features.Speech;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Scheduling;
using VideoTools.Engine.Tests.EndToEnd;
using VideoTools.Engine.Tests.Inference.Ggml;
using VideoTools.Engine.Work;
using VideoTools.TestMedia.Speech;

namespace VideoTools.Engine.Tests.Features.Speech;

/// <summary>A user's model through whisper.cpp gives the records that the same weights give through ONNX Runtime.</summary>
public sealed class GgmlRecogniserTests
{
    private const string Base = "whisper-base";

    [RequiresModelFact(Base, recording: true)]
    public void Run_Recording_HasTheWordsAndTimesOfTheOtherEngine()
    {
        var kennedy = SpokenTexts.Kennedy!;
        var ours = Run(kennedy.Samples, new SpeechOptions { WordTimestamp = true });
        var users = Run(kennedy.Samples, new SpeechOptions { WordTimestamp = true, ModelPath = UserModel.File });

        Assert.Equal(0, WordErrorRate.Score(kennedy.Text, string.Join(' ', users.Select(r => r.Text))).Errors);
        Assert.All(users, r => Assert.Equal(("en", "ggml-base", true, 0), (r.Language, r.Model, r.HasSpeech, r.AudioTrack!.Value)));
        Assert.Equal(Enumerable.Range(1, users.Count), users.Select(r => r.Index));
        Assert.Equal(ours[0].StartSeconds, users[0].StartSeconds, 0.2);
        Assert.Equal(ours[^1].EndSeconds, users[^1].EndSeconds, 0.3);
        Assert.InRange(users[0].AverageLogProbability!.Value, -0.6, 0);
        Assert.Equal(0, users[0].Temperature);
        var (expected, found) = (ours.SelectMany(r => r.Words).ToArray(), users.SelectMany(r => r.Words).ToArray());
        Assert.Equal(expected.Select(w => w.Text.Trim('.', ',').ToLowerInvariant()), found.Select(w => w.Text.Trim('.', ',').ToLowerInvariant()));
        Assert.InRange(expected.Zip(found).Average(p => Math.Abs(p.First.StartSeconds - p.Second.StartSeconds)), 0, 0.12);
        Assert.All(found, w => Assert.True(w.EndSeconds >= w.StartSeconds && w.Probability is > 0 and <= 1));
        Assert.All(found.Zip(found.Skip(1)), p => Assert.True(p.Second.StartSeconds >= p.First.StartSeconds));
    }

    [RequiresModelFact(Base, espeak: true)]
    public void Run_SeveralWindows_AreHeardToTheirEnds()
    {
        string[] names = ["camera", "school", "train", "garden", "recipe", "weather"];
        var text = SpokenTexts.Join("six", 1.0, [.. names.Select(SpokenTexts.Synthetic)]);

        var records = Run(text.Samples, new SpeechOptions { ModelPath = UserModel.File, WordTimestamp = true });

        Assert.InRange(WordErrorRate.Score(text.Text, string.Join(' ', records.Select(r => r.Text))).Rate, 0, 0.2);
        Assert.True(records[^1].EndSeconds > text.Words[^1].Start);
        Assert.All(records.Zip(records.Skip(1)), p => Assert.True(p.Second.StartSeconds >= p.First.EndSeconds - 0.05));
    }

    [RequiresModelFact(Base, espeak: true)]
    public void Run_TwoLanguages_AreHeardEachAndCanBeLimited()
    {
        var english = SpokenTexts.Synthetic("camera");
        var german = SpokenTexts.Join("wetter", 0.3, SpokenTexts.Synthetic("wetter"), SpokenTexts.Synthetic("wetter"));
        var both = SpokenTexts.Join("both", 2.5, english, english, german);

        var free = Run(both.Samples, new SpeechOptions { ModelPath = UserModel.File });
        var limited = Run(both.Samples, new SpeechOptions { ModelPath = UserModel.File, Language = "en,de" });
        var one = Run(both.Samples, new SpeechOptions { ModelPath = UserModel.File, Language = "en" });

        Assert.Equal("en", free[0].Language);
        Assert.Equal("de", free[^1].Language);
        Assert.Equal("de", limited[^1].Language);
        Assert.All(one, r => Assert.Equal("en", r.Language));
    }

    [RequiresModelFact(Base)]
    public void Run_SilenceAndNoise_NeedNoModel()
    {
        var random = new Random(11);
        var noise = Enumerable.Range(0, 160_000).Select(_ => (short)random.Next(-6000, 6000)).ToArray();
        var options = new SpeechOptions { ModelPath = UserModel.File };

        Assert.Equal((SpeechSkipReason.Silence, null), Skipped(Run(new short[160_000], options)));
        Assert.Equal((SpeechSkipReason.NoSpeech, null), Skipped(Run(noise, options)));

        static (SpeechSkipReason?, string?) Skipped(List<TranscriptSegment> records) =>
            (Assert.Single(records).SkipReason, records[0].Model);
    }

    [RequiresModelFact(Base, recording: true)]
    public void Run_Twice_GivesTheSameRecords()
    {
        var samples = SpokenTexts.Kennedy!.Samples;
        var options = new SpeechOptions { ModelPath = UserModel.File };

        Assert.Equal(Plain(Run(samples, options)), Plain(Run(samples, options)));

        static IEnumerable<TranscriptSegment> Plain(IEnumerable<TranscriptSegment> records) =>
            records.Select(r => r with { Words = ValueList<TranscriptWord>.Empty });
    }

    [RequiresModelFact(Base, recording: true)]
    public void Run_ThatIsStopped_EndsInTheMiddle()
    {
        var samples = Enumerable.Repeat(SpokenTexts.Kennedy!.Samples, 8).SelectMany(s => s).ToArray();
        var options = new SpeechOptions { ModelPath = UserModel.File, Language = "en" };
        Run(SpokenTexts.Kennedy!.Samples, options);
        using var stop = new CancellationTokenSource();
        var records = new List<TranscriptSegment>();
        var (window, clock) = (Stopwatch.StartNew(), new Stopwatch());

        Assert.ThrowsAny<OperationCanceledException>(() => Run(
            samples,
            options,
            record =>
            {
                records.Add(record);
                window.Stop();
                clock.Start();
                stop.CancelAfter(100);
            },
            stop.Token));

        // A busy machine takes longer for both.
        Assert.True(clock.Elapsed < window.Elapsed / 2, $"{clock.Elapsed} where a window takes {window.Elapsed}");
        Assert.True(records[^1].EndSeconds < 60, "it went on to the end");
    }

    [RequiresModelFact(Base, recording: true)]
    public void Transcript_OfAUsersModel_IsOneErrorWhereTheModelIsNone()
    {
        var model = Path.Combine(Directory.CreateTempSubdirectory("videotools-model-").FullName, "ggml-base.bin");
        File.WriteAllText(model, "not a model");

        var error = Assert.Throws<VideoToolsException>(
            () => Sessions.Run(new AnalysisRequest(new SpeechOptions { ModelPath = model }), SoundClips.Create(SoundKind.Plain))).Error;

        Assert.Equal((VideoErrorId.ModelCorrupt, model), (error.Id, error.FullName));
    }

    private static List<TranscriptSegment> Run(
        short[] samples, SpeechOptions options, Action<TranscriptSegment>? heard = null, CancellationToken stop = default)
    {
        const int block = 1024;
        var records = new List<TranscriptSegment>();
        var info = new VideoInfo
        {
            FullName = "clip", Container = "none", AudioTracks = new ValueList<AudioTrack>([new AudioTrack { Index = 0, Codec = "pcm_s16le" }]),
        };
        using var work = CurrentWork.Begin(stop);
        using var analyzer = new SpeechAnalyzer(options, new WorkLane("speech", SpeechAnalyzer.WaitingChunks));
        analyzer.Begin(new AnalysisContext(info, null, null, record =>
        {
            records.Add((TranscriptSegment)record);
            heard?.Invoke((TranscriptSegment)record);
        }));
        for (var at = 0; at < samples.Length; at += block)
        {
            analyzer.OnAudio(new AudioBlock(samples.AsSpan(at, Math.Min(block, samples.Length - at)), at, new Rational(1, 16_000)));
        }

        var summary = new DecodeSummary(0, 0, new Rational(1, 1), 0, RecordStatus.Ok);
        analyzer.End(summary);
        analyzer.Complete(summary);
        return records;
    }
}
