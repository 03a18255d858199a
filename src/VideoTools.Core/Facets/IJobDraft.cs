namespace VideoTools;

/// <summary>A job before it is submitted. Disposing it without that leaves nothing behind.</summary>
public interface IJobDraft : IDisposable
{
    /// <summary>The folder of the job.</summary>
    string JobDirectory { get; }

    /// <summary>Files that were added.</summary>
    int FileCount { get; }

    /// <summary>Adds a file. Whether it can be read is for the part that works on it to say.</summary>
    /// <param name="fullName">Absolute path; on a cluster one that all nodes see.</param>
    /// <param name="duration">Its length, where that is known: parts become more equal.</param>
    /// <param name="width">Width of its picture, where that is known.</param>
    /// <param name="height">Height of its picture, where that is known.</param>
    /// <returns>False for a file that the job has already.</returns>
    bool Add(string fullName, TimeSpan? duration, int? width, int? height);

    /// <summary>What would be submitted: the script for Slurm, a sentence for this machine.</summary>
    string Describe();

    /// <summary>Submits the job. On this machine that is all the work: it returns when that is done or stopped.</summary>
    /// <param name="tell">Takes what a person may want to know.</param>
    /// <param name="progress">Is told how far the work on this machine is.</param>
    /// <param name="stop">Ends the work on this machine; what is finished is kept.</param>
    /// <exception cref="VideoToolsException">The folder cannot be written, or the scheduler refuses the job.</exception>
    VideoJob Submit(Action<string> tell, Action<VideoProgress> progress, CancellationToken stop);
}
