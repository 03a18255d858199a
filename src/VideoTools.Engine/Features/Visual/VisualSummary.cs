namespace VideoTools.Engine.Features.Visual;

/// <summary>What a video is and looks like over all its frames (or those of a range).</summary>
internal sealed record VisualSummary
{
    /// <summary>Absolute path of the video.</summary>
    public required string FullName { get; init; }

    /// <summary>Displayed width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Displayed height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Average frames per second.</summary>
    public required double FramesPerSecond { get; init; }

    /// <summary>Time from the first frame to the end of the last one.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The same in seconds, from the exact PTS.</summary>
    public required double DurationSeconds { get; init; }

    /// <summary>Time of the first frame in seconds.</summary>
    public required double StartSeconds { get; init; }

    /// <summary>End of the last frame in seconds.</summary>
    public required double EndSeconds { get; init; }

    /// <summary>Errors the decoder reported.</summary>
    public required long DecodeErrorCount { get; init; }

    /// <summary>How whole the input was.</summary>
    public required RecordStatus Status { get; init; }

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
