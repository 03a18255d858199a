namespace VideoTools;

/// <summary>Which hardware decodes the video. Whatever is asked for, ffmpeg falls back to the processor where it is missing.</summary>
public enum HardwareAcceleration
{
    /// <summary>The processor.</summary>
    None,

    /// <summary>Whatever ffmpeg finds.</summary>
    Auto,

    /// <summary>NVIDIA.</summary>
    Cuda,

    /// <summary>Linux VA-API.</summary>
    Vaapi,

    /// <summary>Intel Quick Sync.</summary>
    Qsv,

    /// <summary>Windows Direct3D 11.</summary>
    D3D11VA,

    /// <summary>macOS.</summary>
    VideoToolbox,
}
