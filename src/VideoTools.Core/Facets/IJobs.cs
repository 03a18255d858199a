namespace VideoTools;

/// <summary>
/// The same analysis of many files on many machines. A job is a folder; everything about it is read from there. Thread-safe.
/// </summary>
public interface IJobs
{
    /// <summary>Options of an analysis from named values as a shell has them: texts, numbers, tables in tables.</summary>
    /// <exception cref="ArgumentException">A name is not known, or its value is not possible; the message says which.</exception>
    FeatureOptions CreateFeature(JobAnalysis analysis, IReadOnlyDictionary<string, object?> values);

    /// <summary>Begins a new job; files are added to the draft, which is then submitted.</summary>
    /// <param name="request">What is done, and how the job is cut.</param>
    /// <param name="isTrial">True writes nothing: the draft says what would be submitted.</param>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    /// <exception cref="VideoToolsException">The folder holds a job, or what starts the parts is missing.</exception>
    IJobDraft Create(JobRequest request, bool isTrial);

    /// <summary>Begins to submit what is missing of a job; files that it does not know yet may be added.</summary>
    /// <param name="jobDirectory">Absolute path of its folder.</param>
    /// <param name="isTrial">True writes nothing.</param>
    /// <exception cref="VideoToolsException">The folder holds no job, or what starts the parts is missing.</exception>
    IJobDraft Resume(string jobDirectory, bool isTrial);

    /// <summary>The state of a job.</summary>
    /// <param name="jobDirectory">Absolute path of its folder.</param>
    /// <exception cref="VideoToolsException">The folder holds no job, or a damaged one.</exception>
    VideoJob Get(string jobDirectory);

    /// <summary>The states of the parts of a job, by their number.</summary>
    /// <param name="jobDirectory">Absolute path of its folder.</param>
    /// <exception cref="VideoToolsException">The folder holds no job, or a damaged one.</exception>
    IReadOnlyList<VideoJobPart> GetParts(string jobDirectory);

    /// <summary>
    /// Reads the records and failures of a job, part by part: memory does not depend on how many there are. What is missing is told by a
    /// <see cref="WarningEvent"/> at the end.
    /// </summary>
    /// <param name="jobDirectory">Absolute path of its folder.</param>
    /// <param name="wait">True waits for parts that are not done, as long as something works on them.</param>
    /// <param name="unordered">True gives parts as they are done, not in the order of the input.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="VideoToolsException">The folder holds no job, or a damaged one.</exception>
    IEnumerable<VideoEvent> Receive(string jobDirectory, bool wait, bool unordered, CancellationToken cancellationToken);

    /// <summary>Ends a job: what is finished is kept.</summary>
    /// <param name="jobDirectory">Absolute path of its folder.</param>
    /// <exception cref="VideoToolsException">The folder holds no job, or the scheduler refuses.</exception>
    VideoJob Stop(string jobDirectory);

    /// <summary>Works on a part of a job: what a task of the scheduler does.</summary>
    /// <param name="jobDirectory">Absolute path of its folder.</param>
    /// <param name="part">Number of the part.</param>
    /// <param name="tell">Takes what a person would read in the log of the task.</param>
    /// <param name="stop">Ends the work; what is finished is kept.</param>
    /// <exception cref="ArgumentException">There is no such part.</exception>
    /// <exception cref="VideoToolsException">The folder holds no job, or cannot be written.</exception>
    JobPartOutcome RunPart(string jobDirectory, int part, Action<string> tell, CancellationToken stop);
}
