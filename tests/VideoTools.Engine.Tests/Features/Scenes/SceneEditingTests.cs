using VideoTools.Engine.Features.Scenes;

namespace VideoTools.Engine.Tests.Features.Scenes;

public sealed class SceneEditingTests
{
    internal static List<VideoScene> Scenes(params double[] bounds)
    {
        var scenes = new List<VideoScene>();
        for (var i = 0; i + 1 < bounds.Length; i++)
        {
            scenes.Add(new VideoScene
            {
                FullName = "/v.mp4",
                Index = i + 1,
                Start = TimeSpan.FromSeconds(bounds[i]),
                End = TimeSpan.FromSeconds(bounds[i + 1]),
                StartSeconds = bounds[i],
                EndSeconds = bounds[i + 1],
                DurationSeconds = bounds[i + 1] - bounds[i],
                Score = i,
            });
        }

        return scenes;
    }

    private static double[] Bounds(IReadOnlyList<VideoScene> scenes) => [.. scenes.Select(s => s.StartSeconds), scenes[^1].EndSeconds];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1.999, 1)]
    [InlineData(2, 2)]
    [InlineData(4.999, 2)]
    [InlineData(5, 3)]
    [InlineData(9, 3)]
    [InlineData(9.001, 3)]
    public void SceneAtTime_Inside_GivesTheScene(double seconds, int index) =>
        Assert.Equal(index, SceneEditing.SceneAtTime(Scenes(0, 2, 5, 9), TimeSpan.FromSeconds(seconds))?.Index);

    [Theory]
    [InlineData(-0.001)]
    [InlineData(9.0011)]
    public void SceneAtTime_Outside_GivesNull(double seconds) =>
        Assert.Null(SceneEditing.SceneAtTime(Scenes(0, 2, 5, 9), TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void SceneAtTime_NoScenes_GivesNull() => Assert.Null(SceneEditing.SceneAtTime([], TimeSpan.Zero));

    [Fact]
    public void FilterShort_DropsAndRenumbers()
    {
        var kept = SceneEditing.FilterShort(Scenes(0, 0.4, 5, 5.5, 5.9), TimeSpan.FromSeconds(0.5));
        Assert.Equal([0.4, 5.0], kept.Select(s => s.StartSeconds));
        Assert.Equal([1, 2], kept.Select(s => s.Index));
    }

    [Fact]
    public void MergeShort_ShortScene_JoinsTheFollowingOne()
    {
        var merged = SceneEditing.MergeShort(Scenes(0, 2, 2.3, 5), TimeSpan.FromSeconds(0.5));
        Assert.Equal([0.0, 2.0, 5.0], Bounds(merged));
        Assert.Equal([0.0, 2.0], merged.Select(s => s.Score)); // the larger of the joined scores
    }

    [Fact]
    public void MergeShort_LastShortScene_JoinsTheOneBefore() =>
        Assert.Equal([0.0, 2.0, 5.3], Bounds(SceneEditing.MergeShort(Scenes(0, 2, 5, 5.3), TimeSpan.FromSeconds(0.5))));

    [Fact]
    public void MergeShort_RunOfShortScenes_GrowsUntilLongEnough() =>
        Assert.Equal([0.0, 0.6, 2.0], Bounds(SceneEditing.MergeShort(Scenes(0, 0.2, 0.4, 0.6, 0.8, 2), TimeSpan.FromSeconds(0.5))));

    [Fact]
    public void MergeShort_LoneShortScene_Stays() =>
        Assert.Equal([0.0, 0.2], Bounds(SceneEditing.MergeShort(Scenes(0, 0.2), TimeSpan.FromSeconds(0.5))));
}
