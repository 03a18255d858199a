using VideoTools.Engine.Scheduling;

namespace VideoTools.Engine.Tests.Scheduling;

public class WorkerCountTests
{
    [Theory]
    [InlineData(0, 8, 0, 1)]
    [InlineData(-3, 8, 0, 1)]
    [InlineData(1, 8, 0, 1)]
    [InlineData(2, 8, 0, 2)]
    [InlineData(3, 8, 0, 2)]
    [InlineData(3, 1, 0, 1)]
    [InlineData(4, 8, 0, 4)]
    [InlineData(25, 8, 0, 8)]
    [InlineData(25, 8, 3, 3)]
    [InlineData(25, 8, 100, 8)]
    [InlineData(0, 8, 5, 1)]
    public void Optimal_ItemsCoresAndLimit_FollowsTheContract(int items, int cores, int maximum, int expected) =>
        Assert.Equal(expected, WorkerCount.Optimal(items, cores, maximum));

    [Theory]
    [InlineData(1, 16, 0)]
    [InlineData(2, 2, 1)]
    [InlineData(3, 16, 5)]
    [InlineData(16, 16, 1)]
    [InlineData(32, 16, 1)]
    public void DecoderThreads_ManyDecoders_ShareTheCores(int workers, int cores, int expected) =>
        Assert.Equal(expected, WorkerCount.DecoderThreads(workers, cores));
}
