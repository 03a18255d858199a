namespace VideoTools.PowerShell;

/// <summary>Where the events of a session go: the pipeline in a cmdlet, lists in a test.</summary>
internal interface IEventTarget
{
    /// <summary>A finished record.</summary>
    void OnRecord(RecordEvent record);

    /// <summary>A file failed.</summary>
    void OnFailure(FailureEvent failure);

    /// <summary>Something to know about a file.</summary>
    void OnWarning(WarningEvent warning);

    /// <summary>How far the work is; called often, the target thins it out.</summary>
    void OnProgress(VideoProgress progress);
}
