using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>An encoder of the ffmpeg at hand.</summary>
/// <param name="Name">ffmpeg's name.</param>
/// <param name="Codec">What it writes: h264, hevc, av1 or vp9.</param>
/// <param name="PixelFormats">Formats of the samples that it takes.</param>
internal sealed record VideoEncoder(string Name, string Codec, IReadOnlyList<string> PixelFormats)
{
    /// <summary>True for one that works on pictures in the memory of the graphics card.</summary>
    public bool NeedsUpload => Name.EndsWith("_vaapi", StringComparison.Ordinal);

    /// <summary>True for one that keeps 10 bits.</summary>
    public bool KeepsTenBits => TenBits is not null;

    private string? TenBits => NeedsUpload ? (Codec == "h264" ? null : "p010le")
        : PixelFormats.Contains("yuv420p10le") ? "yuv420p10le"
        : PixelFormats.Contains("p010le") && Codec != "h264" ? "p010le"
        : null;

    /// <summary>What the samples of a source become: 10 bits stay 10 bits where it can, full range full range.</summary>
    public string PixelFormatFor(ProbeResult source) =>
        source.Info.BitDepth > 8 && TenBits is { } ten ? ten
        : NeedsUpload ? "nv12"
        : source.IsFullRange && !OutputColor.IsRgb(source) && PixelFormats.Contains("yuvj420p") ? "yuvj420p"
        : PixelFormats.Contains("yuv420p") || PixelFormats.Count == 0 ? "yuv420p"
        : PixelFormats.Contains("nv12") ? "nv12"
        : PixelFormats[0];
}
