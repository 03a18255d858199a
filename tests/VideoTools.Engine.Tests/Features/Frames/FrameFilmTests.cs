using VideoTools.Engine.Tests.EndToEnd;
using VideoTools.Engine.Tests.Media.Decoding;
using VideoTools.TestMedia;
using VideoTools.TestMedia.Frames;

namespace VideoTools.Engine.Tests.Features.Frames;

/// <summary>Every mode, on a film whose every frame is known.</summary>
public class FrameFilmTests
{
    private static readonly Lazy<string> Film = new(FrameFilm.Short.Build);

    [RequiresFact(Needs.Ffmpeg)]
    public void Diverse_ShowsEveryLongShotOnce_AndNothingBad()
    {
        var frames = Run(new FrameOptions());

        var score = FrameScore.Of(FrameFilm.Short, [.. frames.Select(frame => frame.Frame)]);
        Assert.True(score is { MissingLong: 0, Twins: 0, Bad: 0 }, score.ToString());
        Assert.InRange(score.Pictures, 20, 30);
        Assert.Equal(Enumerable.Range(1, frames.Count), frames.Select(frame => frame.Index));
        Assert.Equal(frames.OrderBy(frame => frame.Frame), frames);
        Assert.All(frames, frame =>
        {
            Assert.Equal(FrameFilm.Short.FrameCount, frame.FramesSeen);
            Assert.Equal(frame.Frame / 25.0, frame.Seconds);
            Assert.Equal(frame.Seconds, frame.Time.TotalSeconds, 1e-7);
            Assert.InRange(frame.Brightness, 20, 240);
            Assert.True(frame.Contrast >= 10 && frame.Sharpness >= 25 && frame.SceneIndex > 0 && frame.Hash.Length == 16);
        });
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Diverse_ComparesNothing_ShowsRepeatedShotsAgain()
    {
        var score = FrameScore.Of(FrameFilm.Short, [.. Run(new FrameOptions { Similarity = 0 }).Select(frame => frame.Frame)]);

        Assert.True(score.Twins > 3, score.ToString());
        Assert.Equal(0, score.Bad);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Scene_GivesTheBestFrameOfEach_WhileItRuns()
    {
        var frames = Run(new FrameOptions { Mode = FrameMode.Scene });

        Assert.Equal(frames.DistinctBy(frame => frame.SceneIndex).Count(), frames.Count);
        Assert.True(frames[0].FramesSeen < FrameFilm.Short.FrameCount / 2, $"{frames[0].FramesSeen}");
        Assert.Equal(0, FrameScore.Of(FrameFilm.Short, [.. frames.Select(frame => frame.Frame)]).Bad);
        Assert.Equal(0, FrameScore.Of(FrameFilm.Short, [.. frames.Select(frame => frame.Frame)]).MissingLong);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void All_GivesEveryFrame()
    {
        var frames = Run(new FrameOptions { Mode = FrameMode.All });

        Assert.Equal(Enumerable.Range(0, FrameFilm.Short.FrameCount).Select(i => (long)i), frames.Select(frame => frame.Frame));
        Assert.Equal(frames.Select(frame => frame.Frame + 1), frames.Select(frame => frame.FramesSeen));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Interval_GivesTheFirstFrameOfEach_WithGatesTheFirstGoodOne()
    {
        var frames = Run(new FrameOptions { Mode = FrameMode.Interval, IntervalSeconds = 2.5 });
        Assert.Equal(Enumerable.Range(0, 48).Select(i => (i * 125 + 1) / 2L), frames.Select(frame => frame.Frame));

        var good = Run(new FrameOptions { Mode = FrameMode.Interval, IntervalSeconds = 2.5, MinimumBrightness = 20, MinimumSharpness = 25 });
        Assert.Equal(0, FrameScore.Of(FrameFilm.Short, [.. good.Select(frame => frame.Frame)]).Bad);
        Assert.True(good.Count < frames.Count && good.Count > frames.Count / 2, $"{good.Count}");

        Assert.Equal(7, Run(new FrameOptions { Mode = FrameMode.Interval, IntervalSeconds = 2.5, MaximumCount = 7 }).Count);
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Keyframe_GivesThoseOfTheStream()
    {
        var flags = TestClip.Run("ffprobe",
            ["-v", "error", "-select_streams", "v:0", "-show_entries", "frame=key_frame", "-of", "csv=p=0", Film.Value]);
        var expected = flags.Split('\n', StringSplitOptions.RemoveEmptyEntries).Index().Where(line => line.Item[0] == '1').Select(line => (long)line.Index);

        var frames = Run(new FrameOptions { Mode = FrameMode.Keyframe });

        Assert.Equal(expected, frames.Select(frame => frame.Frame));
        var all = Run(new FrameOptions { Mode = FrameMode.All }).ToDictionary(frame => frame.Frame);
        Assert.All(frames, frame => Assert.Equal(
            (all[frame.Frame].Time, all[frame.Frame].Hash, all[frame.Frame].Quality), (frame.Time, frame.Hash, frame.Quality)));
    }

    [RequiresFact(Needs.Ffmpeg)]
    public void Range_IsAllThatIsSeen()
    {
        var frames = Sessions.Run(
            new AnalysisRequest(new FrameOptions()), new VideoInput(Film.Value, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40)))
            .OfType<RecordEvent>().Select(record => (SelectedFrame)record.Record).ToList();

        Assert.InRange(frames.Count, 3, 5);
        Assert.All(frames, frame => Assert.InRange(frame.Seconds, 20, 40));
        Assert.All(frames, frame => Assert.Equal(500, frame.FramesSeen));
    }

    [Theory]
    [InlineData("PerMinute", "PerMinute")]
    [InlineData("Similarity", "Similarity")]
    [InlineData("Interval", "Interval")]
    [InlineData("Brightness", "MinimumBrightness")]
    [InlineData("Count", "MaximumCount")]
    public void Options_OutOfRange_AreRefusedByName(string which, string named)
    {
        var options = which switch
        {
            "PerMinute" => new FrameOptions { PerMinute = 0 },
            "Similarity" => new FrameOptions { Similarity = 1.01 },
            "Interval" => new FrameOptions { IntervalSeconds = 0 },
            "Brightness" => new FrameOptions { MinimumBrightness = -1 },
            _ => new FrameOptions { MaximumCount = 0 },
        };
        using var engine = VideoEngine.Create();

        var refusal = Assert.Throws<ArgumentException>(() => engine.Open(new AnalysisRequest(options)));
        Assert.StartsWith(named, refusal.Message, StringComparison.Ordinal);
    }

    private static List<SelectedFrame> Run(FrameOptions options) => Sessions.Records<SelectedFrame>(
        new AnalysisRequest(options) { Engine = new EngineOptions { Cache = CacheMode.Off } }, Film.Value);
}
