namespace VideoTools.PowerShell;

/// <summary>Get-VideoActivity: how much happens in every scene or segment of a video, and which are dull.</summary>
[Cmdlet(VerbsCommon.Get, "VideoActivity", DefaultParameterSetName = PathSet, HelpUri = ProjectAddress.Help + "Get-VideoActivity.md")]
[OutputType(typeof(VideoActivity))]
public sealed class GetVideoActivityCommand : RangedCmdlet
{
    private static readonly ActivityOptions Defaults = new();

    /// <summary>Crop strategy whose heaviest measure is activity.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CropStrategyCompleter))]
    [ValidateNotNullOrEmpty]
    public string Strategy { get; set; } = Defaults.Strategy;

    /// <summary>Takes segments of this length in place of scenes.</summary>
    [Parameter]
    [Alias("SegmentSeconds")]
    [FlexibleTime]
    public TimeSpan? SegmentLength { get; set; }

    /// <summary>What makes a stretch dull.</summary>
    [Parameter]
    public DullBy DullBy { get; set; }

    /// <summary>Percentile of the activity below which a stretch is dull.</summary>
    [Parameter]
    [FlexibleNumber]
    public double DullPercentile { get; set; } = Defaults.DullPercentile;

    /// <summary>Activity below which a stretch is dull, in the measure's own unit.</summary>
    [Parameter]
    [FlexibleNumber]
    public double? DullThreshold { get; set; }

    /// <summary>Highest speed that a dull stretch is given.</summary>
    [Parameter]
    [FlexibleNumber]
    public double MaximumSpeed { get; set; } = Defaults.MaximumSpeed;

    private protected override VideoRequest CreateRequest(EngineOptions options)
    {
        if (!CropStrategyNames.IsKnown(Strategy, Engine.Crops.Strategies))
        {
            ThrowTerminatingError(CropStrategyNames.Unknown(Strategy, Engine.Crops.Strategies));
        }

        return new AnalysisRequest(new ActivityOptions
        {
            Strategy = Strategy,
            SegmentSeconds = SegmentLength?.TotalSeconds,
            DullBy = DullBy,
            DullPercentile = DullPercentile,
            DullThreshold = DullThreshold,
            MaximumSpeed = MaximumSpeed,
        }) { Engine = options };
    }
}
