namespace VideoTools;

/// <summary>Which crop positions are measured.</summary>
public sealed record CropOptions : FeatureOptions
{
    /// <summary>Shape of the crop.</summary>
    public AspectRatio Aspect { get; init; } = new(1, 1);

    /// <summary>True lets positions lie on black bars.</summary>
    public bool IncludeBars { get; init; }

    /// <summary>Positions along each movable axis, at least 1.</summary>
    public int Grid { get; init; } = 5;

    /// <summary>Size of the crop in proportion to the largest that fits, above 0 to 1.</summary>
    public double Scale { get; init; } = 1;
}
