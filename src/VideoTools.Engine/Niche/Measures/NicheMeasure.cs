namespace VideoTools.Engine.Niche.Measures;

/// <summary>One number that a video has or has not.</summary>
/// <param name="Name">Its name, also the beginning of its columns in <see cref="NicheStatistic"/>.</param>
/// <param name="Value">Takes it out of a row; null or not finite when it is not known.</param>
internal sealed record NicheMeasure(string Name, Func<VideoNiche, double?> Value)
{
    /// <summary>Its key in JSON, cuts_per_minute.</summary>
    public string Key { get; } = JsonNamingPolicy.SnakeCaseLower.ConvertName(Name);

    /// <summary>The number, null when it is not known.</summary>
    public double? Of(VideoNiche video) => Value(video) is { } number && double.IsFinite(number) ? number : null;
}
