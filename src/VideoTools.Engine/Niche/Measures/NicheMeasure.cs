namespace VideoTools.Engine.Niche.Measures;

/// <summary>One number that a video has or has not.</summary>
/// <param name="Name">Its name, also the beginning of its columns in <see cref="NicheStatistic"/>.</param>
/// <param name="Key">Its key in JSON.</param>
/// <param name="Value">Takes it out of a row; null or not finite when it is not known.</param>
internal sealed record NicheMeasure(string Name, string Key, Func<VideoNiche, double?> Value)
{
    /// <summary>The number, null when it is not known.</summary>
    public double? Of(VideoNiche video) => Value(video) is { } number && double.IsFinite(number) ? number : null;
}
