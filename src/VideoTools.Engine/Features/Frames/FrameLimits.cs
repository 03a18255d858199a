namespace VideoTools.Engine.Features.Frames;

/// <summary>What the options come to in their mode: gates, how alike, how many.</summary>
/// <param name="MinimumBrightness">Least mean brightness.</param>
/// <param name="MaximumBrightness">Most mean brightness.</param>
/// <param name="MinimumContrast">Least standard deviation.</param>
/// <param name="MinimumSharpness">Least variance of the Laplacian.</param>
/// <param name="Similarity">Resemblance above which a frame is passed over; 0 compares nothing.</param>
/// <param name="MaximumCount">Most frames.</param>
internal sealed record FrameLimits(
    double MinimumBrightness,
    double MaximumBrightness,
    double MinimumContrast,
    double MinimumSharpness,
    double Similarity,
    int MaximumCount)
{
    private const int StandardCount = 1000;

    /// <summary>The limits of options.</summary>
    public static FrameLimits Of(FrameOptions options)
    {
        var chooses = options.Mode is FrameMode.Diverse or FrameMode.Scene;
        var similarity = options.Similarity ?? (options.Mode == FrameMode.Diverse ? 0.8 : 0);
        return new FrameLimits(
            options.MinimumBrightness ?? (chooses ? 20 : 0),
            options.MaximumBrightness ?? (chooses ? 240 : 255),
            options.MinimumContrast ?? (chooses ? 10 : 0),
            options.MinimumSharpness ?? (chooses ? 25 : 0),
            similarity,
            options.MaximumCount ?? (chooses || similarity > 0 ? StandardCount : int.MaxValue));
    }

    /// <summary>True for a frame that is neither dark nor bright, flat nor blurred.</summary>
    public bool Pass(FrameMeasures measures) =>
        measures.Brightness >= MinimumBrightness
        && measures.Brightness <= MaximumBrightness
        && measures.Contrast >= MinimumContrast
        && measures.Sharpness >= MinimumSharpness;
}
