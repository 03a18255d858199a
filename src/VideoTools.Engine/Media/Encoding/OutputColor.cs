using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Media.Encoding;

/// <summary>What happens to colours: they stay as they are, except where the output has no way to say so.</summary>
internal static class OutputColor
{
    /// <summary>True for pictures of red, green and blue.</summary>
    public static bool IsRgb(ProbeResult source) => source.Info.PixelFormat is { } name
        && (name.Contains("rgb", StringComparison.Ordinal) || name.Contains("bgr", StringComparison.Ordinal)
            || name.StartsWith("gbr", StringComparison.Ordinal) || name.StartsWith("pal8", StringComparison.Ordinal));

    /// <summary>True where full-range samples become limited ones, because the output's samples would not say what they are.</summary>
    public static bool NarrowsRange(EncodePlan plan) =>
        plan.Source.IsFullRange && !IsRgb(plan.Source) && !plan.PixelFormat.StartsWith("yuvj", StringComparison.Ordinal);

    /// <summary>Options that tag what the frames themselves do not.</summary>
    public static IEnumerable<string> Tags(EncodePlan plan)
    {
        if (IsRgb(plan.Source))
        {
            return ["-colorspace", "bt709", "-color_range", "tv"];
        }

        return NarrowsRange(plan) ? ["-color_range", "tv"] : [];
    }
}
