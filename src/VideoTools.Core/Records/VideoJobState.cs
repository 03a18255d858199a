namespace VideoTools;

/// <summary>How far a job, or a part of one, is.</summary>
public enum VideoJobState
{
    /// <summary>It waits for its turn.</summary>
    Waiting,

    /// <summary>It is worked on.</summary>
    Running,

    /// <summary>Every file is done.</summary>
    Done,

    /// <summary>It was stopped; what was finished is kept.</summary>
    Stopped,

    /// <summary>Something is missing, and nothing is queued that would do it.</summary>
    Incomplete,

    /// <summary>It failed three times without finishing a file; a job, when parts of it did and nothing else is missing.</summary>
    SetAside,
}
