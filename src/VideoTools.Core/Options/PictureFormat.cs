namespace VideoTools;

/// <summary>What pictures are written as.</summary>
public enum PictureFormat
{
    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG, without loss.</summary>
    Png,

    /// <summary>WebP.</summary>
    Webp,
}
