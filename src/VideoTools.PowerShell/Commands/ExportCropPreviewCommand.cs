namespace VideoTools.PowerShell;

/// <summary>Export-CropPreview: pictures of crops, so that one can be chosen by eye.</summary>
[Cmdlet(VerbsData.Export, "CropPreview", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = ProjectAddress.Help + "Export-CropPreview.md")]
[OutputType(typeof(FileInfo), typeof(CropPreview))]
public sealed class ExportCropPreviewCommand : VideoCmdlet
{
    private PreviewIntake? _intake;
    private string? _destination;
    private int _inputs;

    /// <summary>Crops from Select-CropCandidate, Invoke-CropAnalysis or Get-CropPath, rows of a CSV file with the same columns, or
    /// files.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet,
        HelpMessage = "Crops from Select-CropCandidate, Invoke-CropAnalysis or Get-CropPath, or files.")]
    [ValidateNotNull]
    public object[] InputObject { get; set; } = [];

    /// <summary>Writes a picture of what is inside of each crop in place of the sheet.</summary>
    [Parameter]
    public SwitchParameter Single { get; set; }

    /// <summary>Writes how strong each measure is where, in place of the sheet.</summary>
    [Parameter]
    public SwitchParameter HeatMap { get; set; }

    /// <summary>Directory of the pictures; beside each video when not given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputDirectory { get; set; }

    /// <summary>The picture to write, for one video.</summary>
    [Parameter]
    [Alias("OutputPath")]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>Shape of the crops that are measured where only files are given, for example 9:16.</summary>
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

    /// <summary>Most candidates that are chosen among positions.</summary>
    [Parameter]
    [Alias("First")]
    [ValidateRange(1, int.MaxValue)]
    public int MaximumCount { get; set; } = new CandidateOptions().MaximumCount;

    /// <summary>Neither uses results of earlier analyses nor keeps those of this one.</summary>
    [Parameter]
    public SwitchParameter NoCache { get; set; }

    /// <summary>Overwrites files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives a record with kind, size and time in place of the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override CacheMode Cache => NoCache ? CacheMode.Off : CacheMode.Use;

    private protected override (IItemIntake Intake, object[] Items)? Piped => (_intake!, InputObject);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _intake = new PreviewIntake(AddPreview) { Files = FilesOf, Refuse = Refuse };
    }

    private protected override VideoRequest CreateRequest(EngineOptions options)
    {
        _destination = ResolvePath(Destination);
        List<CropPreviewKind> kinds = [];
        if (Single)
        {
            kinds.Add(CropPreviewKind.Single);
        }

        if (HeatMap)
        {
            kinds.Add(CropPreviewKind.HeatMap);
        }

        return new CropPreviewRequest(new CropPreviewOptions
        {
            Kinds = new(kinds.Count > 0 ? kinds : [CropPreviewKind.Sheet]),
            Crop = new CropOptions { Aspect = Aspect, Grid = Grid, Scale = Scale },
            Candidates = new CandidateOptions { MaximumCount = MaximumCount },
            OutputDirectory = ResolvePath(OutputDirectory),
            Destination = _destination,
            Force = Force,
        }) { Engine = options };
    }

    private protected override void OnRecord(object record)
    {
        if (!PassThru && record is CropPreview preview)
        {
            WriteFile(preview.FullName);
        }
        else
        {
            base.OnRecord(record);
        }
    }

    private void AddPreview(VideoInput input)
    {
        if (_destination is not null && _inputs++ > 0)
        {
            Refuse(
                input.FullName,
                $"-Destination takes the crops of one video; those of '{input.FullName}' are not written. Use -OutputDirectory.");
        }
        else if (ShouldProcess(
            _destination ?? ResolvePath(OutputDirectory) ?? input.FullName, $"Write pictures of crops of '{input.FullName}'"))
        {
            Add([input]);
        }
    }
}
