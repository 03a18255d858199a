namespace VideoTools.Engine.Features;

/// <summary>
/// A thread that an analyzer may hand long work to, so that decoding goes on meanwhile. Work is done in the order it was given.
/// Scheduling makes it: analyzers start no thread.
/// </summary>
internal interface IWorkLane : IDisposable
{
    /// <summary>Hands over work; blocks while the lane is full. Throws what earlier work threw.</summary>
    /// <param name="work">What to do; its token is cancelled when the lane ends before its work is done.</param>
    /// <param name="cancellationToken">Ends the waiting for room.</param>
    void Post(Action<CancellationToken> work, CancellationToken cancellationToken);

    /// <summary>Waits until everything is done. Throws what any work threw.</summary>
    void Finish();
}
