using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Tests.Scheduling;

public sealed class SceneAtRunnerTests
{
    private readonly List<object> _records = [];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1.999, 1)]
    [InlineData(2, 2)]
    public void Run_At_GivesTheSceneOfThatTimeAndEndsTheWork(double at, int scene)
    {
        var inner = new Scenes();

        Run(inner, TimeSpan.FromSeconds(at));

        Assert.Equal(scene, Assert.IsType<VideoScene>(Assert.Single(_records)).Index);
        Assert.Equal(scene, inner.Given);
    }

    [Fact]
    public void Run_AtOutsideOfTheVideo_Fails()
    {
        var error = Assert.Throws<VideoToolsException>(() => Run(new Scenes(), TimeSpan.FromSeconds(6))).Error;

        Assert.Equal((VideoErrorId.RangeOutsideVideo, "/v/a.mp4"), (error.Id, error.FullName));
        Assert.Empty(_records);
    }

    [Fact]
    public void Run_WithoutATime_HandsAllOn()
    {
        Run(new Scenes(), null);

        Assert.Equal(3, _records.Count);
    }

    [Fact]
    public void Run_Cancelled_IsCancelledAndNoFailure()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => Run(new Scenes(), TimeSpan.Zero, stop.Token));
    }

    private void Run(Scenes inner, TimeSpan? at, CancellationToken token = default) => new SceneAtRunner(inner).Run(
        new JobHost(new Job(0, new VideoInput("/v/a.mp4", At: at)), _records.Add, _ => { }, () => 1, token));

    // Three scenes of two seconds.
    private sealed class Scenes : IJobRunner
    {
        public int Given { get; private set; }

        public void Run(JobHost host)
        {
            for (var i = 0; i < 3; i++)
            {
                host.Cancellation.ThrowIfCancellationRequested();
                Given++;
                host.Emit(new VideoScene { FullName = host.Job.Input.FullName, Index = i + 1, Start = TimeSpan.FromSeconds(2 * i), End = TimeSpan.FromSeconds((2 * i) + 2) });
            }
        }
    }
}
