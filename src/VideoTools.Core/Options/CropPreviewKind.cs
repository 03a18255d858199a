namespace VideoTools;

/// <summary>What a picture of crops shows.</summary>
public enum CropPreviewKind
{
    /// <summary>All crops of a file, each drawn on frames where much happens inside of it.</summary>
    Sheet,

    /// <summary>What is inside of one crop.</summary>
    Single,

    /// <summary>How strong each measure is where, over a frame of the video.</summary>
    HeatMap,
}
