using System.Diagnostics;

namespace VideoTools.Engine.Scheduling;

/// <summary>One input of a session: its place in line, what it has said that nobody took yet, and how far it is.</summary>
internal sealed class Job(int index, VideoInput input)
{
    /// <summary>Number of the input.</summary>
    public int Index { get; } = index;

    /// <summary>The file or range.</summary>
    public VideoInput Input { get; } = input;

    /// <summary>Runs since the work began.</summary>
    public Stopwatch Running { get; } = new();

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

    /// <summary>Frames of a live source that were dropped so far.</summary>
    public long DroppedFrames;

    private double _speed;

    /// <summary>Work that comes before this one's and has a progress of its own, for example the analysis before an export.</summary>
    public Job? First { get; set; }

    /// <summary>Seconds of video done a second, as far as the work says so; 0 otherwise.</summary>
    public double Speed
    {
        get => Volatile.Read(ref _speed);
        set => Volatile.Write(ref _speed, value);
    }

    /// <summary>The time reached, and 0 to 100 for how much of the work is done; -1 while that is unknown.</summary>
    public (long Ticks, int Percent) Progress
    {
        get
        {
            var (position, length) = (Interlocked.Read(ref PositionTicks), Interlocked.Read(ref LengthTicks));
            var own = length <= 0 ? -1 : (int)Math.Clamp(position * 100 / length, 0, 100);
            if (First is not { } first)
            {
                return (position, own);
            }

            // An analysis takes about a quarter of the time of what follows it.
            var before = first.Progress;
            return own < 0 ? (before.Ticks, before.Percent < 0 ? -1 : before.Percent / FirstShare)
                : (position, (100 / FirstShare) + (own * (FirstShare - 1) / FirstShare));
        }
    }

    private const int FirstShare = 4;
}
