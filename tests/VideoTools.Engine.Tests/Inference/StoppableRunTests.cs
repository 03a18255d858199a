using VideoTools.Engine.Inference;
using VideoTools.Engine.Work;

namespace VideoTools.Engine.Tests.Inference;

public sealed class StoppableRunTests
{
    // Large enough that a run is far from its end when the stop comes.
    private const int Side = 1536;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_StoppedInTheMiddle_EndsAtOnceAndTheModelStaysUsable(bool byTheWork)
    {
        using var sessions = new ModelSessions(ModelCatalogue.Default);
        var session = sessions.GetDefault(ModelKind.TextDetection);
        OperationCanceledException? ended = null;

        // A stop may come before the runtime has begun; then once more, until it is the runtime that was stopped.
        for (var i = 0; ended?.InnerException is null && i < 50; i++)
        {
            using var stop = new CancellationTokenSource();
            using var begun = new ManualResetEventSlim();
            var run = Task.Run(() =>
            {
                using var work = byTheWork ? CurrentWork.Begin(stop.Token) : null;
                using var input = ModelTensor.Over(new float[3 * Side * Side], 1, 3, Side, Side);
                begun.Set();
                session.Run([input], outputs => outputs.Count, cancellation: byTheWork ? default : stop.Token);
            });
            begun.Wait();
            await Task.Delay(i);
            await stop.CancelAsync();
            ended = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        }

        Assert.NotNull(ended!.InnerException);
        using var small = ModelTensor.Over(new float[3 * 64 * 64], 1, 3, 64, 64);
        Assert.Equal(1, session.Run([small], outputs => outputs.Count));
    }

    [Fact]
    public void Get_InWorkThatWasStopped_LoadsNothing_AndTheNextOneDoes()
    {
        using var sessions = new ModelSessions(ModelCatalogue.Default);
        using (CurrentWork.Begin(new CancellationToken(canceled: true)))
        {
            Assert.ThrowsAny<OperationCanceledException>(() => sessions.Get("silero-vad"));
        }

        Assert.All(sessions.List(), model => Assert.False(model.Loaded));
        Assert.Equal("silero-vad", sessions.Get("silero-vad").Model.Name);
    }
}
