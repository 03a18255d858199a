namespace VideoTools;

/// <summary>Asks for the window of every scene: a <see cref="CropShot"/> each.</summary>
public sealed record CropPathOptions : FeatureOptions
{
    /// <summary>Shape of the crop.</summary>
    public AspectRatio Aspect { get; init; } = new(9, 16);

    /// <summary>Size of the crop in proportion to the largest that fits, above 0 to 1.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>How the crop behaves over time.</summary>
    public CropMode Mode { get; init; }

    /// <summary>What must stay whole inside of it.</summary>
    public CropKeep Keep { get; init; }

    /// <summary>What to do where that is wider than the crop; null for Blur in Auto, Crop otherwise.</summary>
    public CropFit? WhenTooWide { get; init; }

    /// <summary>True lets the size of the window change from scene to scene.</summary>
    public bool AllowZoom { get; init; }

    /// <summary>True treats black bars as part of the picture.</summary>
    public bool IncludeBars { get; init; }
}
