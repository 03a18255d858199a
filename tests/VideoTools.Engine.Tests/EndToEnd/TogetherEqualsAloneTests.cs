using VideoTools.Engine.Caching;
using VideoTools.Engine.Features;
using VideoTools.Engine.Media.Decoding;
using VideoTools.Engine.Scheduling;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.EndToEnd;

/// <summary>A result never depends on what else shares the decode: every pair of features, and all at once, on a film with text and speech.</summary>
public class TogetherEqualsAloneTests
{
    private static readonly FeatureRegistry Registry = new([.. FeatureRegistry.Default.All, new EchoFeature()]);

    // Unequal still rates, sizes and formats beside the features' own.
    private static readonly FeatureOptions[] Wishes =
    [
        new SceneOptions(),
        new CropOptions { Grid = 3 },
        new CropPathOptions { Mode = CropMode.Follow, Keep = CropKeep.Text },
        new TextOptions(),
        new SpeechOptions(),
        new TemplateOptions(),
        new ActivityOptions { SegmentSeconds = 0.7, DullBy = DullBy.Both },
        new FrameOptions { Mode = FrameMode.Keyframe },
        new DriverOptions { SampleRate = 3, SkipHands = true },
        new EchoOptions(Frames: true),
        new EchoOptions(Stills: new StillSelection(96, FrameFormat.Gray8, 0.1)),
        new EchoOptions(Stills: new StillSelection(640, FrameFormat.Yuv420P, 0.7), AudioTrack: 0),
    ];

    private static readonly Lazy<IReadOnlyList<string>[]> Alone = new(() => [.. Wishes.Select(wish => Run(wish)[0])]);

    public static TheoryData<int> Partners => [.. Enumerable.Range(0, Wishes.Length)];

    [RequiresTheory(Needs.Ffmpeg | Needs.RealClips)]
    [MemberData(nameof(Partners))]
    public void Run_WithEachOther_GivesWhatItAloneGives(int first)
    {
        for (var second = first + 1; second < Wishes.Length; second++)
        {
            var together = Run(Wishes[first], Wishes[second]);

            Assert.Equal(Alone.Value[first], together[0]);
            Assert.Equal(Alone.Value[second], together[1]);
        }
    }

    [RequiresFact(Needs.Ffmpeg | Needs.RealClips)]
    public void Run_AllAtOnce_GivesWhatEachAloneGives()
    {
        var together = Run(Wishes);

        Assert.All(Wishes.Index(), wish => Assert.Equal(Alone.Value[wish.Index], together[wish.Index]));
        Assert.All(Alone.Value, Assert.NotEmpty);
    }

    // The records of each wish, as text with all their values.
    private static IReadOnlyList<string>[] Run(params FeatureOptions[] wishes)
    {
        List<object> records = [];
        var request = new AnalysisRequest(wishes);
        var runner = new JobRunner(request, new FfmpegMediaSource(request.Engine), cores: 4, new ResultCache("unused", 0), Registry);
        var input = new VideoInput(RealClips.SintelTrailer!, TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(15));
        runner.Run(new JobHost(new Job(0, input), Keep, _ => { }, () => 0, CancellationToken.None));
        return [.. wishes.Select(wish => records.Where(record => Belongs(record, wish)).Select(record => record.ToString()!).ToList())];

        void Keep(object record)
        {
            lock (records)
            {
                records.Add(record);
            }
        }
    }

    private static bool Belongs(object record, FeatureOptions wish) =>
        record is Echo echo ? echo.Of == wish : Registry.Get(wish).RecordTypes.Contains(record.GetType());
}
