namespace VideoTools;

/// <summary>How a cropped video is written.</summary>
public sealed record CropExportOptions
{
    /// <summary>
    /// Template of the output's name: {stem}, {aspect}, {scene}, {mode}, {ext}, {dir}; relative ones lie beside the video.
    /// </summary>
    public string Destination { get; init; } = "{stem}.{aspect}{ext}";

    /// <summary>Which window where the input brings none.</summary>
    public CropPathOptions Path { get; init; } = new();

    /// <summary>Which stretches are dull, and how fast they become; null keeps every speed.</summary>
    public ActivityOptions? SpeedUpDull { get; init; }

    /// <summary>Width of the finished video in pixels; 0 keeps the window's size.</summary>
    public int OutputWidth { get; init; }

    /// <summary>Height of the finished video in pixels; 0 keeps the window's size.</summary>
    public int OutputHeight { get; init; }

    /// <summary>Name of the encoder as ffmpeg knows it, for example libx264, libx265, libsvtav1, h264_nvenc.</summary>
    public string Encoder { get; init; } = "libx264";

    /// <summary>Constant quality, lower is better; 0 to 63.</summary>
    public int Crf { get; init; } = 19;

    /// <summary>The encoder's preset.</summary>
    public string Preset { get; init; } = "medium";

    /// <summary>True replaces files that exist.</summary>
    public bool Force { get; init; }
}
