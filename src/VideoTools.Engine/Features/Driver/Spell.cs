// Method: something holds from a sample to the last one in which it holds, and each sample stands for the time to the next. What is not
// known for a moment changes nothing; what is not known for longer, or not looked at, ends it at the last sample that showed it.
namespace VideoTools.Engine.Features.Driver;

/// <summary>How long something has held without a break.</summary>
/// <param name="patience">Seconds for which it goes on unseen.</param>
internal sealed class Spell(double patience = 0.35)
{
    private const double LongestGap = 1;

    private double _start;
    private double _last;
    private double _end;
    private double _peak;

    /// <summary>True while it holds.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Seconds that it has held; 0 when it does not.</summary>
    public double Seconds => IsOn ? Math.Round(_end - _start, 6) : 0;

    /// <summary>When it held last; 0 when it never did.</summary>
    public double LastSeconds => _end;

    /// <summary>How long it held last, or has held until now.</summary>
    public double LastLength => Math.Round(_end - _start, 6);

    /// <summary>Takes a sample.</summary>
    /// <param name="seconds">Its time.</param>
    /// <param name="step">Seconds that it stands for.</param>
    /// <param name="holds">Whether it holds then; null when that is not known.</param>
    /// <returns>Length of a spell that is over now; null when none is.</returns>
    public double? Add(double seconds, double step, bool? holds)
    {
        double? over = null;
        var isUnseen = seconds - _last > Math.Max(LongestGap, 2 * step) || (holds is null && seconds - _end > patience);
        if (IsOn && (holds == false || isUnseen))
        {
            over = Seconds;
            IsOn = false;
        }

        if (holds == true)
        {
            _start = IsOn ? _start : seconds;
            IsOn = true;
            _end = seconds + step;
            _peak = Math.Max(_peak, Seconds);
        }

        _last = seconds;
        return over;
    }

    /// <summary>Length of the longest one since the last call; one that goes on counts from its start.</summary>
    public double TakePeak()
    {
        var peak = _peak;
        _peak = 0;
        return peak;
    }
}
