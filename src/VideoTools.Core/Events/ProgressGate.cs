namespace VideoTools;

/// <summary>Thins progress out to at most five reports a second. Not thread-safe.</summary>
/// <param name="clock">Tells the time.</param>
public sealed class ProgressGate(TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly long _start = clock.GetTimestamp();
    private TimeSpan _next = Interval;

    /// <summary>True when it is time for a report; the first comes after one interval, so quick work shows none.</summary>
    public bool TryPass()
    {
        var elapsed = clock.GetElapsedTime(_start);
        if (elapsed < _next)
        {
            return false;
        }

        _next = elapsed + Interval;
        return true;
    }
}
