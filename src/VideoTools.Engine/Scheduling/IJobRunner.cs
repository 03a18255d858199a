namespace VideoTools.Engine.Scheduling;

/// <summary>Does the work of one input on the calling thread.</summary>
internal interface IJobRunner
{
    /// <summary>Works on the job until its end, its failure or the cancellation.</summary>
    /// <exception cref="VideoToolsException">The file cannot be worked on.</exception>
    void Run(JobHost host);
}
