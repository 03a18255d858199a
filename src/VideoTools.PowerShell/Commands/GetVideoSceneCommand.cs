namespace VideoTools.PowerShell;

/// <summary>Get-VideoScene: the scenes of a video, each as soon as its end is known.</summary>
[Cmdlet(VerbsCommon.Get, "VideoScene", DefaultParameterSetName = PathSet, HelpUri = ProjectAddress.Help + "Get-VideoScene.md")]
[OutputType(typeof(VideoScene))]
public sealed class GetVideoSceneCommand : RangedCmdlet
{
    /// <summary>Which detector decides.</summary>
    [Parameter]
    public SceneDetector Detector { get; set; }

    /// <summary>The detector's threshold in its own unit.</summary>
    [Parameter]
    [FlexibleNumber]
    public double? Threshold { get; set; }

    /// <summary>Transitions closer than this to the one before are not reported.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan? MinimumLength { get; set; }

    /// <summary>Merges scenes shorter than MinimumLength into a neighbour.</summary>
    [Parameter]
    public SwitchParameter MergeShort { get; set; }

    /// <summary>Where no transition is found: cuts into segments of this length.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan? FallbackLength { get; set; }

    /// <summary>Gives only the scene that is shown at this time.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan? At { get; set; }

    private protected override VideoRequest CreateRequest(EngineOptions options) => new AnalysisRequest(new SceneOptions
    {
        Detector = Detector,
        Threshold = Threshold,
        MinimumLength = MinimumLength,
        MergeShort = MergeShort,
        FallbackLength = FallbackLength,
    }) { Engine = options };

    private protected override IReadOnlyList<VideoInput> CreateInputs(string fullName) => [Limit(fullName) with { At = At }];
}
