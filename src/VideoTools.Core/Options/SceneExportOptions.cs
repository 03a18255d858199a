namespace VideoTools;

/// <summary>How the scenes of a video are written.</summary>
public sealed record SceneExportOptions
{
    /// <summary>What is written.</summary>
    public SceneExportFormat Format { get; init; }

    /// <summary>
    /// Template of the output's name: {stem}, {ext} and {dir} of the video, of pieces {index} or {index:000}; a directory takes the names
    /// that the format has by itself. Null for those beside the video.
    /// </summary>
    public string? Destination { get; init; }

    /// <summary>How scenes are found where the input brings none.</summary>
    public SceneOptions Scenes { get; init; } = new();

    /// <summary>
    /// True copies every piece without encoding: quickly, but from the key frame before its scene, with frames of its neighbour.
    /// </summary>
    public bool CopyOnly { get; init; }

    /// <summary>Encoder of pieces that cannot be copied, as ffmpeg knows it.</summary>
    public string Encoder { get; init; } = "libx264";

    /// <summary>Constant quality of these, lower is better; 0 to 63.</summary>
    public int Crf { get; init; } = 16;

    /// <summary>The encoder's preset.</summary>
    public string Preset { get; init; } = "medium";

    /// <summary>True replaces files that exist.</summary>
    public bool Force { get; init; }
}
