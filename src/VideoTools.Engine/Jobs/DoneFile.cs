namespace VideoTools.Engine.Jobs;

/// <summary>What a part that is done took, or why one was set aside.</summary>
internal sealed record DoneFile
{
    /// <summary>The last line of its last try.</summary>
    public required TryLine Last { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Tries { get; init; }

    /// <summary>Why it was set aside; empty for a part that is done.</summary>
    public string Reason { get; init; } = "";
}
