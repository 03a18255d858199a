namespace VideoTools.Engine.Scheduling;

/// <summary>One input of a session: its place in line, what it has said that nobody took yet, and how far it is.</summary>
internal sealed class Job(int index, VideoInput input)
{
    /// <summary>Number of the input.</summary>
    public int Index { get; } = index;

    /// <summary>The file or range.</summary>
    public VideoInput Input { get; } = input;

    /// <summary>Events not taken yet; guarded by the session's lock.</summary>
    public Queue<VideoEvent> Events { get; } = new();

    /// <summary>True when no event follows; guarded by the session's lock.</summary>
    public bool IsFinished { get; set; }

    /// <summary>
    /// Ticks of the time reached, relative to the start of the range. Written by the job, read by whoever shows progress.
    /// </summary>
    public long PositionTicks;

    /// <summary>Ticks of the length to work through; 0 while unknown.</summary>
    public long LengthTicks;
}
