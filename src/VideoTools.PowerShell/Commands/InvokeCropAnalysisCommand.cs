using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>Invoke-CropAnalysis: measures crop positions over a whole video, a range or scenes of it.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "CropAnalysis", DefaultParameterSetName = PathSet)]
[OutputType(typeof(CropPosition))]
public sealed class InvokeCropAnalysisCommand : AnalysisCmdlet
{
    /// <summary>Shape of the crop, for example 9:16.</summary>
    [Parameter]
    public AspectRatio Aspect { get; set; } = new CropOptions().Aspect;

    /// <summary>Positions along each axis that the crop can move on.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Grid { get; set; } = new CropOptions().Grid;

    /// <summary>Size of the crop in proportion to the largest that fits, above 0 to 1.</summary>
    [Parameter]
    [FlexibleNumber]
    public double Scale { get; set; } = new CropOptions().Scale;

    // By property name only where LiteralPath is, too: a property that binds in the default set would make PowerShell turn the
    // piped scene into text for -Path.

    /// <summary>Start of the range to measure; the Start of a piped scene.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Start")]
    [FlexibleTime]
    public TimeSpan? From { get; set; }

    /// <summary>End of the range to measure (exclusive); the End of a piped scene.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("End")]
    [FlexibleTime]
    public TimeSpan? To { get; set; }

    /// <summary>Measures only the scenes with these numbers, each by itself; 1 is the first.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int[]? Scene { get; set; }

    private protected override VideoRequest CreateRequest(EngineOptions options) => new AnalysisRequest(new CropOptions { Aspect = Aspect, Grid = Grid, Scale = Scale }) { Engine = options };

    private protected override IEnumerable<VideoInput> CreateInputs(string fullName) => Scene is { Length: > 0 }
        ? Scene.Select(number => new VideoInput(fullName, From, To, number))
        : [new VideoInput(fullName, From, To)];
}
