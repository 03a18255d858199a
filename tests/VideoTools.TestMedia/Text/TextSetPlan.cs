namespace VideoTools.TestMedia.Text;

/// <summary>Two sets of the same make: one to tune on, one that only reports.</summary>
/// <param name="Name">Prefix of the clips.</param>
/// <param name="Seed">Where its numbers start.</param>
public sealed record TextSetPlan(string Name, ulong Seed)
{
    /// <summary>Clips a set.</summary>
    public const int ClipCount = 28;

    /// <summary>The set that thresholds were tuned on.</summary>
    public static TextSetPlan Development { get; } = new("text-dev", 20261121);

    /// <summary>The set that only reports.</summary>
    public static TextSetPlan HeldOut { get; } = new("text-held", 7770031);
}
