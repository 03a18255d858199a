namespace VideoTools.Engine.Analysis;

/// <summary>
/// A thread that an analyzer may hand long work to, so that decoding goes on meanwhile. Work is done in the order it was given.
/// Scheduling makes it: analyzers start no thread.
/// </summary>
public interface IWorkLane : IDisposable
{
    /// <summary>Hands over work; blocks while the lane is full. Throws what earlier work threw.</summary>
    void Post(Action work);

    /// <summary>Waits until everything is done. Throws what any work threw.</summary>
    void Finish();
}
