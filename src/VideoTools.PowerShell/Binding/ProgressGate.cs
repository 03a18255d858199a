namespace VideoTools.PowerShell;

/// <summary>Thins progress out to at most five reports a second and works out what they say.</summary>
internal sealed class ProgressGate(TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _next = Interval;

    /// <summary>True once something was reported, so that there is something to take off the screen at the end.</summary>
    public bool HasReported { get; private set; }

    /// <summary>True when it is time for a report; the first comes after one interval, so quick work shows none.</summary>
    public bool TryPass()
    {
        var elapsed = clock.GetElapsedTime(_start);
        if (elapsed < _next)
        {
            return false;
        }

        _next = elapsed + Interval;
        HasReported = true;
        return true;
    }

    /// <summary>"file 3 of 10: clip.mp4 (42%)"; without the percentage where the length is unknown.</summary>
    public static string Describe(VideoProgress progress)
    {
        var number = Math.Min(progress.FilesDone + 1, progress.FilesTotal);
        var name = progress.CurrentFile.Length == 0 ? "" : ": " + Path.GetFileName(progress.CurrentFile);
        var percent = progress.CurrentPercent < 0 ? "" : FormattableString.Invariant($" ({progress.CurrentPercent}%)");
        return FormattableString.Invariant($"file {number} of {progress.FilesTotal}{name}{percent}");
    }

    /// <summary>Seconds left at the pace so far; -1 while too little is known.</summary>
    public static int SecondsRemaining(VideoProgress progress)
    {
        var percent = progress.TotalPercent;
        return percent <= 0 ? -1 : (int)Math.Ceiling(progress.Elapsed.TotalSeconds * (100 - percent) / percent);
    }
}
