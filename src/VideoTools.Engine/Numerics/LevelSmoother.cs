// Method: the levels of the last three sequences, in order of time. A raised level (Moderate, High) counts when it is the first that is
// known, when the one before it was raised or unknown, or when two of the last three are raised; right after a Low it is doubted and
// reported Low, unless the subject is SLEEPY and the level High. What is unknown is reported unknown, never Low. Low counts at once.
// Cost: none.
namespace VideoTools.Engine.Numerics;

/// <summary>Takes single false alarms out of the levels of one file.</summary>
internal sealed class LevelSmoother
{
    private const int Window = 3;
    private const string Urgent = "SLEEPY";

    private readonly Queue<AlertLevel> _last = new();

    /// <summary>The level to report.</summary>
    /// <param name="state">The state of the subject.</param>
    /// <param name="level">The level of this sequence alone.</param>
    public AlertLevel Next(string state, AlertLevel level)
    {
        var before = _last.Count > 0 ? _last.Last() : AlertLevel.Unknown;
        _last.Enqueue(level);
        if (_last.Count > Window)
        {
            _last.Dequeue();
        }

        var isDoubted = IsRaised(level) && before == AlertLevel.Low && _last.Count(IsRaised) < 2
            && !(level == AlertLevel.High && state.Equals(Urgent, StringComparison.OrdinalIgnoreCase));
        return isDoubted ? AlertLevel.Low : level;
    }

    /// <summary>True for a level that is worrying.</summary>
    public static bool IsRaised(AlertLevel level) => level >= AlertLevel.Moderate;
}
