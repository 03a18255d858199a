namespace VideoTools.Engine.Scheduling;

/// <summary>Does the work of one input on the calling thread.</summary>
internal interface IJobRunner
{
    /// <summary>Works on the job until its end, its failure or the cancellation.</summary>
    /// <param name="job">The input; its position and length are kept up to date.</param>
    /// <param name="emit">Takes finished records; blocks while nobody reads them.</param>
    /// <param name="warn">Takes what the user should know.</param>
    /// <param name="decoderThreads">Says, when the decoder is about to start, how many threads it may have.</param>
    /// <param name="cancellationToken">Ends the work at once.</param>
    /// <exception cref="VideoToolsException">The file cannot be worked on.</exception>
    void Run(Job job, Action<object> emit, Action<string> warn, Func<int> decoderThreads, CancellationToken cancellationToken);
}
