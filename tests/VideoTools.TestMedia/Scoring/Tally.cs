namespace VideoTools.TestMedia.Scoring;

/// <summary>Hits, false alarms and misses.</summary>
public readonly record struct Tally(int Hits, int FalseAlarms, int Misses)
{
    /// <summary>Share of the detections that are right; 1 when there are none.</summary>
    public double Precision => Hits + FalseAlarms == 0 ? 1 : (double)Hits / (Hits + FalseAlarms);

    /// <summary>Share of the truth that was found; 1 when there is nothing to find.</summary>
    public double Recall => Hits + Misses == 0 ? 1 : (double)Hits / (Hits + Misses);

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Hits + FalseAlarms + Misses == 0 ? 1 : 2.0 * Hits / ((2.0 * Hits) + FalseAlarms + Misses);

    public static Tally operator +(Tally left, Tally right) =>
        new(left.Hits + right.Hits, left.FalseAlarms + right.FalseAlarms, left.Misses + right.Misses);

    public static Tally Add(Tally left, Tally right) => left + right;
}
