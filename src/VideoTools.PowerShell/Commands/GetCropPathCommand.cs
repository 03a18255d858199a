namespace VideoTools.PowerShell;

/// <summary>Get-CropPath: the window that shows each scene of a video best.</summary>
[Cmdlet(VerbsCommon.Get, "CropPath", DefaultParameterSetName = PathSet, HelpUri = ProjectAddress.Help + "Get-CropPath.md")]
[OutputType(typeof(CropShot))]
public sealed class GetCropPathCommand : RangedCmdlet
{
    /// <summary>Shape of the crop, for example 9:16.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AspectCompleter))]
    public AspectRatio Aspect { get; set; } = new CropPathOptions().Aspect;

    /// <summary>Size of the crop in proportion to the largest that fits, above 0 to 1.</summary>
    [Parameter]
    [FlexibleNumber]
    public double Scale { get; set; } = new CropPathOptions().Scale;

    /// <summary>How the crop behaves over time.</summary>
    [Parameter]
    public CropMode Mode { get; set; }

    /// <summary>What must stay whole inside of it.</summary>
    [Parameter]
    public CropKeep Keep { get; set; }

    /// <summary>What to do where that is wider than the crop.</summary>
    [Parameter]
    public CropFit? WhenTooWide { get; set; }

    /// <summary>Lets the size of the crop change from scene to scene.</summary>
    [Parameter]
    public SwitchParameter AllowZoom { get; set; }

    /// <summary>Treats black bars as part of the picture.</summary>
    [Parameter]
    [Alias("IncludeBars")]
    public SwitchParameter IncludeBar { get; set; }

    private protected override VideoRequest CreateRequest(EngineOptions options) => new AnalysisRequest(new CropPathOptions
    {
        Aspect = Aspect,
        Scale = Scale,
        Mode = Mode,
        Keep = Keep,
        WhenTooWide = WhenTooWide,
        AllowZoom = AllowZoom,
        IncludeBars = IncludeBar,
    }) { Engine = options };
}
