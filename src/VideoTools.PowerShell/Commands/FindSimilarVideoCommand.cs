namespace VideoTools.PowerShell;

/// <summary>Find-SimilarVideo: groups of videos that show the same, whatever their size, quality, frame rate or bars.</summary>
[Cmdlet(VerbsCommon.Find, "SimilarVideo", DefaultParameterSetName = PathSet, HelpUri = ProjectAddress.Help + "Find-SimilarVideo.md")]
[OutputType(typeof(SimilarVideo))]
public sealed class FindSimilarVideoCommand : AnalysisCmdlet
{
    private static readonly SimilarOptions Defaults = new();

    private readonly List<VideoSignature> _signatures = [];

    /// <summary>Least share of the shorter video that the longer one shows as well.</summary>
    [Parameter]
    [FlexibleNumber]
    public double Threshold { get; set; } = Defaults.Threshold;

    /// <summary>Least time that both run side by side.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan MinimumOverlap { get; set; } = TimeSpan.FromSeconds(Defaults.MinimumOverlapSeconds);

    /// <summary>Finds mirrored copies, too.</summary>
    [Parameter]
    public SwitchParameter Mirrored { get; set; }

    private SimilarOptions Options => new()
    {
        Threshold = Threshold,
        MinimumOverlapSeconds = MinimumOverlap.TotalSeconds,
        Mirrored = Mirrored,
    };

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        WriteObject(Checked(() => Engine.Similar.Group(_signatures, Options, StopToken)), enumerateCollection: true);
    }

    private protected override VideoRequest CreateRequest(EngineOptions options)
    {
        Checked(() =>
        {
            Engine.Similar.Validate(Options);
            return true;
        });
        return new AnalysisRequest(new SignatureOptions()) { Engine = options };
    }

    private protected override void OnRecord(object record) => _signatures.Add((VideoSignature)record);
}
