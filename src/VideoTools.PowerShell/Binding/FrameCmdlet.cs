namespace VideoTools.PowerShell;

/// <summary>Base of the cmdlets that choose frames of videos: what is chosen.</summary>
public abstract class FrameCmdlet : RangedCmdlet
{
    private static readonly FrameOptions Defaults = new();

    /// <summary>Which frames.</summary>
    [Parameter]
    public FrameMode Mode { get; set; }

    /// <summary>Frames a minute that Diverse aims at.</summary>
    [Parameter]
    [FlexibleNumber]
    public double PerMinute { get; set; } = Defaults.PerMinute;

    /// <summary>Most frames of a video.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaximumCount { get; set; }

    /// <summary>Time between two frames of Interval.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan? Interval { get; set; }

    /// <summary>Least mean brightness, 0 to 255.</summary>
    [Parameter]
    [FlexibleNumber]
    public double? MinimumBrightness { get; set; }

    /// <summary>Most mean brightness, 0 to 255.</summary>
    [Parameter]
    [FlexibleNumber]
    public double? MaximumBrightness { get; set; }

    /// <summary>Least standard deviation of brightness.</summary>
    [Parameter]
    [FlexibleNumber]
    public double? MinimumContrast { get; set; }

    /// <summary>Least variance of the Laplacian at 320 pixels.</summary>
    [Parameter]
    [FlexibleNumber]
    public double? MinimumSharpness { get; set; }

    /// <summary>A frame that resembles a chosen one by more than this is passed over; 0 compares nothing.</summary>
    [Parameter]
    [FlexibleNumber]
    public double? Similarity { get; set; }

    /// <summary>What was asked for.</summary>
    private protected FrameOptions Frames => new()
    {
        Mode = Mode,
        PerMinute = PerMinute,
        MaximumCount = MaximumCount,
        IntervalSeconds = Interval?.TotalSeconds,
        MinimumBrightness = MinimumBrightness,
        MaximumBrightness = MaximumBrightness,
        MinimumContrast = MinimumContrast,
        MinimumSharpness = MinimumSharpness,
        Similarity = Similarity,
    };
}
