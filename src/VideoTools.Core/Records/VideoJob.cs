namespace VideoTools;

/// <summary>The state of a job of many machines.</summary>
[View(
    "State:10", "Analysis:10", "Files=FileCount:7", "Done=FilesDone:7", "Failed=FilesFailed:7", "Parts=PartCount:6", "JobDirectory",
    Set = "JobDirectory State Analysis FileCount FilesDone FilesFailed FilesWaiting VideoSecondsPerHour ExpectedEnd", HasList = true)]
public sealed record VideoJob
{
    /// <summary>The folder that holds the job.</summary>
    [Column(Width = 24)]
    public required string JobDirectory { get; init; }

    /// <summary>How far it is.</summary>
    [Column(Width = 10)]
    public VideoJobState State { get; init; }

    /// <summary>What is found in each file.</summary>
    [Column(Width = 10)]
    public JobAnalysis Analysis { get; init; }

    /// <summary>What starts the parts.</summary>
    public JobScheduler Scheduler { get; init; }

    /// <summary>Numbers of the scheduler's jobs, joined with ";"; empty for this machine.</summary>
    public string SchedulerJobId { get; init; } = "";

    /// <summary>Files of the job.</summary>
    [Column(Width = 9)]
    public int FileCount { get; init; }

    /// <summary>Files that are done, failed ones included.</summary>
    [Column(Width = 9)]
    public int FilesDone { get; init; }

    /// <summary>Files that gave an error.</summary>
    [Column(Width = 11)]
    public int FilesFailed { get; init; }

    /// <summary>Files that are not done yet.</summary>
    public int FilesWaiting { get; init; }

    /// <summary>Parts that the job is cut into.</summary>
    public int PartCount { get; init; }

    /// <summary>Parts whose files are all done.</summary>
    public int PartsDone { get; init; }

    /// <summary>Parts that are worked on.</summary>
    public int PartsRunning { get; init; }

    /// <summary>Parts that failed three times.</summary>
    public int PartsSetAside { get; init; }

    /// <summary>Records of the parts that are done.</summary>
    public long RecordCount { get; init; }

    /// <summary>Seconds of video in the parts that are done.</summary>
    public double VideoSeconds { get; init; }

    /// <summary>Seconds of video done an hour since the job was submitted; 0 while unknown.</summary>
    public double VideoSecondsPerHour { get; init; }

    /// <summary>Seconds that the parts took, together.</summary>
    public double WallSeconds { get; init; }

    /// <summary>Processor seconds that the parts took with their decoders, together.</summary>
    public double CpuSeconds { get; init; }

    /// <summary>Most memory that a part took with its decoders, in bytes.</summary>
    public long PeakMemory { get; init; }

    /// <summary>When the job was submitted (local time).</summary>
    public DateTime Submitted { get; init; }

    /// <summary>When it will be done at the pace so far (local time); null while too little is known.</summary>
    public DateTime? ExpectedEnd { get; init; }
}
