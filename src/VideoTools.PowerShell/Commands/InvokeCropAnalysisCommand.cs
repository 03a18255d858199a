namespace VideoTools.PowerShell;

/// <summary>Invoke-CropAnalysis: measures crop positions over a whole video, a range or scenes of it.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "CropAnalysis", DefaultParameterSetName = PathSet,
    HelpUri = ProjectAddress.Help + "Invoke-CropAnalysis.md")]
[OutputType(typeof(CropPosition))]
public sealed class InvokeCropAnalysisCommand : RangedCmdlet
{
    /// <summary>Shape of the crop, for example 9:16.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AspectCompleter))]
    public AspectRatio Aspect { get; set; } = new CropOptions().Aspect;

    /// <summary>Positions along each axis that the crop can move on.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Grid { get; set; } = new CropOptions().Grid;

    /// <summary>Size of the crop in proportion to the largest that fits, above 0 to 1.</summary>
    [Parameter]
    [FlexibleNumber]
    public double Scale { get; set; } = new CropOptions().Scale;

    /// <summary>Measures only the scenes with these numbers, each by itself; 1 is the first.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int[]? Scene { get; set; }

    private protected override VideoRequest CreateRequest(EngineOptions options) => new AnalysisRequest(new CropOptions
    {
        Aspect = Aspect,
        Grid = Grid,
        Scale = Scale,
    }) { Engine = options };

    private protected override IReadOnlyList<VideoInput> CreateInputs(string fullName) =>
        Scene is { Length: > 0 } ? VideoInput.OfScenes(fullName, From, To, Scene) : base.CreateInputs(fullName);
}
