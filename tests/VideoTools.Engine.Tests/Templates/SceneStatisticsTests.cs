using VideoTools.Engine.Templates;

namespace VideoTools.Engine.Tests.Templates;

public class SceneStatisticsTests
{
    [Fact]
    public void Of_OddCount_MedianIsTheMiddle() =>
        Assert.Equal(new SceneStatistics(3, 20, 6, 2), SceneStatistics.Of(Scenes(TransitionKind.Cut, 50, 4, 6), 60));

    [Fact]
    public void Of_EvenCount_MedianIsTheMeanOfTheMiddleTwo() =>
        Assert.Equal(new SceneStatistics(4, 15, 5, 3), SceneStatistics.Of(Scenes(TransitionKind.Cut, 50, 4, 6, 0), 60));

    [Fact]
    public void Of_OneScene_HasNoCut() => Assert.Equal(new SceneStatistics(1, 8, 8, 0), SceneStatistics.Of(Scenes(TransitionKind.Cut, 8), 8));

    [Fact]
    public void Of_NoDuration_DoesNotDivide() => Assert.Equal(0, SceneStatistics.Of(Scenes(TransitionKind.Cut, 0, 0), 0).CutsPerMinute);

    [Fact]
    public void Of_FixedSegments_AreNoTransitions() =>
        Assert.Equal(new SceneStatistics(3, 5, 5, 0), SceneStatistics.Of(Scenes(TransitionKind.Fixed, 5, 5, 5), 15));

    [Fact]
    public void Of_NoScenes_IsZero() => Assert.Equal(new SceneStatistics(0, 0, 0, 0), SceneStatistics.Of([], 10));

    internal static List<VideoScene> Scenes(TransitionKind kind, params double[] lengths)
    {
        var scenes = new List<VideoScene>();
        double start = 0;
        foreach (var length in lengths)
        {
            scenes.Add(new VideoScene
            {
                FullName = "/videos/clip.mp4",
                Index = scenes.Count + 1,
                StartSeconds = start,
                EndSeconds = start + length,
                DurationSeconds = length,
                Transition = scenes.Count == 0 ? TransitionKind.None : kind,
            });
            start += length;
        }

        return scenes;
    }
}
