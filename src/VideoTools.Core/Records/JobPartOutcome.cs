namespace VideoTools;

/// <summary>How a run of a part of a job ended.</summary>
public enum JobPartOutcome
{
    /// <summary>The part is done, by this run or an earlier one.</summary>
    Done,

    /// <summary>It was told to end; what was finished is kept.</summary>
    Stopped,

    /// <summary>Something is wrong with this machine: another try may work.</summary>
    TryAgain,

    /// <summary>It was set aside: three tries finished no file.</summary>
    SetAside,
}
