namespace VideoTools.TestMedia.Follow;

/// <summary>Where a subject's middle is over time, in shares of the picture's sides.</summary>
/// <param name="FromX">At the start.</param>
/// <param name="ToX">At the far end of its way.</param>
/// <param name="Y">Height of its middle.</param>
/// <param name="Seconds">Seconds from one end to the other; it turns there, slowing down before. 0 stands still.</param>
/// <param name="Pause">Seconds it stands at the start.</param>
public sealed record SubjectMove(double FromX, double ToX, double Y, double Seconds, double Pause = 0)
{
    /// <summary>The middle at a time.</summary>
    public (double X, double Y) At(double seconds)
    {
        if (Seconds <= 0 || seconds <= Pause)
        {
            return (FromX, Y);
        }

        var phase = (seconds - Pause) / Seconds * Math.PI;
        return (FromX + ((ToX - FromX) * (1 - Math.Cos(phase)) / 2), Y);
    }
}
