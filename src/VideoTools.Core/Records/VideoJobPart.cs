namespace VideoTools;

/// <summary>A part of a job of many machines: files that one task works on.</summary>
[View(
    "Part:6", "State:10", "Files=FileCount:6", "Done=FilesDone:6", "Failed=FilesFailed:6", "Tries:5", "Wall=WallSeconds:9:0.0",
    "CPU=CpuSeconds:9:0.0", "Node",
    Set = "Part State FileCount FilesDone FilesFailed Node", HasList = true)]
public sealed record VideoJobPart
{
    /// <summary>The folder that holds the job.</summary>
    public required string JobDirectory { get; init; }

    /// <summary>Number of the part, 1 for the one with the most work.</summary>
    [Column(Width = 6)]
    public int Part { get; init; }

    /// <summary>How far it is.</summary>
    [Column(Width = 10)]
    public VideoJobState State { get; init; }

    /// <summary>Files of the part.</summary>
    [Column(Width = 9)]
    public int FileCount { get; init; }

    /// <summary>Files that are done, failed ones included.</summary>
    [Column(Width = 9)]
    public int FilesDone { get; init; }

    /// <summary>Files that gave an error.</summary>
    [Column(Width = 11)]
    public int FilesFailed { get; init; }

    /// <summary>Records of the part, once it is done.</summary>
    public long RecordCount { get; init; }

    /// <summary>How often it was begun.</summary>
    [Column(Width = 5)]
    public int Tries { get; init; }

    /// <summary>Seconds of video in it, once it is done.</summary>
    public double VideoSeconds { get; init; }

    /// <summary>Seconds that it took.</summary>
    public double WallSeconds { get; init; }

    /// <summary>Processor seconds that it took with its decoders.</summary>
    public double CpuSeconds { get; init; }

    /// <summary>Most memory that it took with its decoders, in bytes.</summary>
    public long PeakMemory { get; init; }

    /// <summary>What its models ran on; null without models.</summary>
    public InferenceDevice? Device { get; init; }

    /// <summary>The machine that worked on it last.</summary>
    [Column(Width = 16)]
    public string Node { get; init; } = "";

    /// <summary>The scheduler's number of the task that worked on it last.</summary>
    public string Task { get; init; } = "";

    /// <summary>Why it was set aside, or what Slurm's accounting says of it; empty otherwise.</summary>
    public string Reason { get; init; } = "";
}
