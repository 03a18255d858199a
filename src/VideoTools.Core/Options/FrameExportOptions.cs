namespace VideoTools;

/// <summary>How frames are written.</summary>
public sealed record FrameExportOptions
{
    /// <summary>Which frames, where the input brings none.</summary>
    public FrameOptions Frames { get; init; } = new();

    /// <summary>
    /// Directory of the pictures; null for one named after the video, beside it, and for no pictures where <see cref="ContactSheet"/> is
    /// set.
    /// </summary>
    public string? OutputDirectory { get; init; }

    /// <summary>A .png or .jpg file with all frames and their times; {stem} stands for the video's name. Null for none.</summary>
    public string? ContactSheet { get; init; }

    /// <summary>What pictures are written as.</summary>
    public PictureFormat Format { get; init; }

    /// <summary>Quality of JPEG and WebP, 1 to 100.</summary>
    public int Quality { get; init; } = 95;

    /// <summary>Pictures that are read and written at once, 1 to 10000.</summary>
    public int BatchSize { get; init; } = 50;

    /// <summary>True replaces files that exist.</summary>
    public bool Force { get; init; }
}
