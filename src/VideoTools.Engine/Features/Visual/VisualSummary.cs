namespace VideoTools.Engine.Features.Visual;

/// <summary>What a video looks like over all its frames.</summary>
internal sealed record VisualSummary
{
    /// <summary>Frames that were measured, at least 1.</summary>
    public required long FrameCount { get; init; }

    /// <summary>Mean colour as #RRGGBB.</summary>
    public required string MeanColor { get; init; }

    /// <summary>The most frequent colour as #RRGGBB: the mean of all samples close to it.</summary>
    public required string DominantColor { get; init; }

    /// <summary>Share of the picture (0 to 1) that is close to the dominant colour (about 12 luma or chroma levels).</summary>
    public required double DominantColorShare { get; init; }

    /// <summary>Mean brightness, 0 (black) to 255 (white).</summary>
    public required double BrightnessMean { get; init; }

    /// <summary>Standard deviation (population) of the frames' mean brightness.</summary>
    public required double BrightnessDeviation { get; init; }

    /// <summary>Mean absolute luma change per frame pair inside scenes, 0 to 255; 0 with fewer than two frames.</summary>
    public required double Motion { get; init; }
}
