namespace VideoTools.Engine.Jobs;

/// <summary>How far a try of a part is: a line when it begins, one a finished file, one when it ends in an orderly way.</summary>
internal sealed record TryLine
{
    /// <summary>Files that are finished, those of earlier tries included.</summary>
    public int Files { get; init; }

    /// <summary>Files among them that gave an error.</summary>
    public int Failed { get; init; }

    /// <summary>Records of these files.</summary>
    public long Records { get; init; }

    /// <summary>Bytes of these records.</summary>
    public long Bytes { get; init; }

    /// <summary>Bytes of the errors of these files.</summary>
    public long ErrorBytes { get; init; }

    /// <summary>Seconds of video in these files.</summary>
    public double VideoSeconds { get; init; }

    /// <summary>Seconds that they took.</summary>
    public double WallSeconds { get; init; }

    /// <summary>Processor seconds that they took, with decoders.</summary>
    public double CpuSeconds { get; init; }

    /// <summary>Most memory so far, with decoders, in bytes.</summary>
    public long PeakMemory { get; init; }

    /// <summary>The machine.</summary>
    public string Node { get; init; } = "";

    /// <summary>The process there.</summary>
    public int Process { get; init; }

    /// <summary>The scheduler's number of the task; empty on this machine.</summary>
    public string Task { get; init; } = "";

    /// <summary>What models run on; null without models.</summary>
    public InferenceDevice? Device { get; init; }

    /// <summary>When the line was written.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>True on the last line of a try that was told to end, or after which the count of tries begins anew.</summary>
    public bool IsStop { get; init; }

    /// <summary>On the last line of a try that gave up: why.</summary>
    public string Reason { get; init; } = "";
}
