namespace VideoTools.PowerShell;

/// <summary>Select-CropCandidate: the crop positions worth choosing, best first.</summary>
[Cmdlet(VerbsCommon.Select, "CropCandidate", HelpUri = ProjectAddress.Help + "Select-CropCandidate.md")]
[OutputType(typeof(CropCandidate))]
public sealed class SelectCropCandidateCommand : EngineCmdlet
{
    private readonly List<CropPosition> _positions = [];
    private CandidateOptions _options = new();

    /// <summary>Positions from Invoke-CropAnalysis, or rows of a CSV file with the same columns.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true,
        HelpMessage = "Positions from Invoke-CropAnalysis, or rows of a CSV file with the same columns.")]
    [RecordTransform<CropPosition>("a crop position", "Invoke-CropAnalysis")]
    public CropPosition[] InputObject { get; set; } = [];

    /// <summary>Most candidates that each file (or range of it) gets.</summary>
    [Parameter]
    [Alias("First")]
    [ValidateRange(1, int.MaxValue)]
    public int MaximumCount { get; set; } = new CandidateOptions().MaximumCount;

    /// <summary>Positions that each strategy may propose.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TopPerStrategy { get; set; } = new CandidateOptions().TopPerStrategy;

    /// <summary>Names of the strategies to use; all when not given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CropStrategyCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Strategy { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        foreach (var name in Strategy ?? [])
        {
            if (!CropStrategyNames.IsKnown(name, Engine.Crops.Strategies))
            {
                ThrowTerminatingError(CropStrategyNames.Unknown(name, Engine.Crops.Strategies));
            }
        }

        _options = new CandidateOptions { MaximumCount = MaximumCount, TopPerStrategy = TopPerStrategy, Strategies = Strategy ?? [] };
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _positions.AddRange(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing() =>
        WriteObject(Checked(() => Engine.Crops.Select(_positions, _options)), enumerateCollection: true);
}
