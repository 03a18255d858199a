namespace VideoTools;

/// <summary>How far the work on one file is. A snapshot.</summary>
/// <param name="InputIndex">Number of the input.</param>
/// <param name="FullName">The file.</param>
/// <param name="Percent">0 to 100; -1 while its length is unknown.</param>
/// <param name="Position">Time reached in the file, from the start of the range.</param>
/// <param name="Elapsed">Time since the work began.</param>
public sealed record FileProgress(int InputIndex, string FullName, int Percent, TimeSpan Position, TimeSpan Elapsed)
{
    /// <summary>Work that takes longer than this is worth a line of its own.</summary>
    public static TimeSpan LongWork { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Seconds of the file done a second, where the work says so; 0 otherwise.</summary>
    public double Speed { get; init; }

    /// <summary>True when the work has taken long enough to be shown by itself.</summary>
    public bool IsLong => Elapsed >= LongWork;

    /// <summary>Seconds left at the pace so far; -1 while too little is known.</summary>
    public int SecondsRemaining => Percent <= 0 ? -1 : (int)Math.Ceiling(Elapsed.TotalSeconds * (100 - Percent) / Percent);

    /// <summary>"00:12:30 (42%, 1.8x)"; without the percentage or the speed where it is unknown.</summary>
    public override string ToString()
    {
        var speed = Speed > 0 ? FormattableString.Invariant($", {Speed:0.0#}x") : "";
        return TimeText.Format(Position) + (Percent < 0 ? "" : FormattableString.Invariant($" ({Percent}%{speed})"));
    }
}
