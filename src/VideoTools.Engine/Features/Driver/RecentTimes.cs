namespace VideoTools.Engine.Features.Driver;

/// <summary>Times and amounts of the last seconds, and their sum.</summary>
/// <param name="window">Seconds that are kept.</param>
internal sealed class RecentTimes(double window)
{
    private readonly Queue<(double Seconds, double Amount)> _kept = new();

    /// <summary>How many there are.</summary>
    public int Count => _kept.Count;

    /// <summary>Their sum. Added up anew: a running sum drifts over hours.</summary>
    public double Sum => _kept.Sum(item => item.Amount);

    /// <summary>Adds one.</summary>
    public void Add(double seconds, double amount = 1) => _kept.Enqueue((seconds, amount));

    /// <summary>Drops what is too old.</summary>
    public void Expire(double now)
    {
        while (_kept.TryPeek(out var oldest) && oldest.Seconds <= now - window)
        {
            _kept.Dequeue();
        }
    }
}
