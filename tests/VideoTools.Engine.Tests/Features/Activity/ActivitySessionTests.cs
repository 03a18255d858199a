using VideoTools.Engine.Tests.EndToEnd;
using VideoTools.TestMedia;

namespace VideoTools.Engine.Tests.Features.Activity;

/// <summary>Activity of whole files, through the real decoder.</summary>
public sealed class ActivitySessionTests
{
    private static readonly EngineOptions NoCache = new() { Cache = CacheMode.Off };

    [RequiresFact(Needs.Ffmpeg)]
    public void Run_FourScenes_GivesASpanAScene()
    {
        var activity = Measure(new ActivityOptions(), ActivityClips.FourScenes());
        var scenes = Sessions.Records<VideoScene>(new AnalysisRequest(new SceneOptions()) { Engine = NoCache }, ActivityClips.FourScenes());

        Assert.Equal([1, 2, 3, 4], activity.Select(a => a.SceneIndex));
        Assert.Equal(
            scenes.Select(s => (s.StartFrame, s.EndFrame, s.Start, s.End)),
            activity.Select(a => (a.StartFrame, a.EndFrame, a.Start, a.End)));
        Assert.Equal([0L, 100, 200, 300], activity.Select(a => a.StartFrame));
        Assert.All(activity, a => Assert.Equal((4.0, "Motion"), (a.DurationSeconds, a.Metric)));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Run_StillAndMovingScenes_TellsThemApart()
    {
        var activity = Measure(new ActivityOptions { DullPercentile = 50 }, ActivityClips.FourScenes());

        Assert.Equal(0, activity[0].Activity);
        Assert.Equal(0, activity[2].Activity);
        Assert.True(activity[1].Activity > 1 && activity[3].Activity > 1, string.Join(';', activity.Select(a => a.Activity)));

        // Sorted: 0, 0, a, b; the third is the threshold, and both still scenes stand as far below it as can be.
        Assert.Equal(4, activity[0].Speed);
        Assert.Equal(4, activity[2].Speed);
        Assert.Equal(2, activity.Count(a => a.IsDull));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Run_ToneAndSilence_TellsThemApart()
    {
        var activity = Measure(new ActivityOptions { DullBy = DullBy.Silence }, ActivityClips.FourScenes());

        Assert.Equal([0, 1, 1, 0], activity.Select(a => Math.Round(a.SilentShare!.Value, 1)));
        Assert.Equal([false, true, true, false], activity.Select(a => a.IsDull));

        // 0.2 of full scale: 20 log 0.2 is -14, a sine lies 3 below its peak; mono in, mono out.
        Assert.Equal(-16.99, activity[0].LoudnessDb!.Value, 0.3);
        Assert.True(activity[1].LoudnessDb is null or < -40, $"{activity[1].LoudnessDb}");
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Run_HumUnderTheTone_IsSilence()
    {
        var activity = Measure(new ActivityOptions { DullBy = DullBy.Both }, ActivityClips.Hum());

        Assert.Equal([0, 1, 1, 0], activity.Select(a => Math.Round(a.SilentShare!.Value, 1)));
        Assert.Equal(-57, activity[1].LoudnessDb!.Value, 1.0);

        // Only the third is both still and silent.
        Assert.Equal([false, false, true, false], activity.Select(a => a.IsDull));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Run_WithoutSound_HasNoSilenceAndWarnsWhereItWasAskedFor()
    {
        var request = new AnalysisRequest(new ActivityOptions { DullBy = DullBy.Silence }) { Engine = NoCache };

        var events = Sessions.Run(request, ActivityClips.Mute());

        var activity = events.OfType<RecordEvent>().Select(e => (VideoActivity)e.Record).ToList();
        Assert.Equal(4, activity.Count);
        Assert.All(activity, a => Assert.True(a is { SilentShare: null, LoudnessDb: null, IsDull: false, Speed: 1 }));
        Assert.Contains("no sound", Assert.Single(events.OfType<WarningEvent>()).ToString(), StringComparison.Ordinal);

        var byActivity = Sessions.Run(new AnalysisRequest(new ActivityOptions()) { Engine = NoCache }, ActivityClips.Mute());
        Assert.Empty(byActivity.OfType<WarningEvent>());
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Run_FlatGrey_HasNoEdgesNoMotionAndNothingDull()
    {
        foreach (var strategy in new[] { "Subject Detection", "balanced", "Visual Detail" })
        {
            var activity = Measure(new ActivityOptions { Strategy = strategy }, ActivityClips.Grey());

            Assert.Equal([0.0, 5, 10], activity.Select(a => a.StartSeconds));
            Assert.Equal([125L, 250, 300], activity.Select(a => a.EndFrame));
            Assert.All(activity, a => Assert.Equal((0, 0.0, false), (a.SceneIndex, a.Activity, a.IsDull)));
        }
    }

    [RequiresTheory(Needs.Ffmpeg)]
    [InlineData("Motion Priority", "Motion")]
    [InlineData("Visual Detail", "Detail")]
    [InlineData("Color Focus", "Edges")]
    public void Run_OneSegment_MeasuresWhatACropOfTheWholePictureMeasures(string strategy, string metric)
    {
        var file = ActivityClips.FourScenes();
        var activity = Measure(new ActivityOptions { Strategy = strategy, SegmentSeconds = 60 }, file).Single();
        var whole = Sessions.Records<CropPosition>(
            new AnalysisRequest(new CropOptions { Aspect = new AspectRatio(16, 9), Grid = 1, Scale = 1 }) { Engine = NoCache }, file).Single();

        Assert.Equal(metric, activity.Metric);
        Assert.Equal(metric switch { "Motion" => whole.Motion, "Detail" => whole.Detail, _ => whole.Edges }, activity.Activity, 1e-6);
        Assert.True(activity.Activity > 0.5);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Run_Range_StaysOnTheClockOfTheFile()
    {
        var request = new AnalysisRequest(new ActivityOptions { SegmentSeconds = 2 }) { Engine = NoCache };
        var input = new VideoInput(ActivityClips.FourScenes(), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(8));

        var activity = Sessions.Run(request, input).OfType<RecordEvent>().Select(e => (VideoActivity)e.Record).ToList();

        Assert.Equal([(3.0, 5.0), (5, 7), (7, 8)], activity.Select(a => (a.StartSeconds, a.EndSeconds)));
        Assert.Equal([0.5, 1, 1], activity.Select(a => Math.Round(a.SilentShare!.Value, 1)));
    }

    private static List<VideoActivity> Measure(ActivityOptions options, string file) =>
        Sessions.Records<VideoActivity>(new AnalysisRequest(options) { Engine = NoCache }, file);
}
