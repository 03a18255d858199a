namespace VideoTools.Engine.Niche.Measures;

/// <summary>Names of cut rates. They go by the median of a niche: one video of the fastest kind does not make a niche fast.</summary>
internal static class PacingClasses
{
    /// <summary>slow below 10 cuts a minute, moderate below 20, fast below 30, very_fast from there on; null when unknown.</summary>
    public static string? Of(double? cutsPerMinute) => cutsPerMinute switch
    {
        null => null,
        < 10 => "slow",
        < 20 => "moderate",
        < 30 => "fast",
        _ => "very_fast",
    };
}
