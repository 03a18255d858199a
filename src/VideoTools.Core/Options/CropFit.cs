namespace VideoTools;

/// <summary>What fills a crop's shape where what must be kept is wider than the crop.</summary>
public enum CropFit
{
    /// <summary>The window fills the shape; what is outside of it is lost.</summary>
    Crop,

    /// <summary>The whole window is shown with black bars.</summary>
    Pad,

    /// <summary>The whole window is shown before a blurred copy of itself.</summary>
    Blur,
}
