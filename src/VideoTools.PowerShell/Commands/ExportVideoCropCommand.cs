namespace VideoTools.PowerShell;

/// <summary>Export-VideoCrop: writes cropped videos.</summary>
[Cmdlet(VerbsData.Export, "VideoCrop", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = ProjectAddress.Help + "Export-VideoCrop.md")]
[OutputType(typeof(FileInfo), typeof(ExportedVideo))]
public sealed class ExportVideoCropCommand : VideoCmdlet
{
    private readonly HashSet<string> _taken =
        new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);

    private CropExportOptions _options = new();
    private CropIntake? _intake;

    /// <summary>
    /// Crops from Select-CropCandidate or Invoke-CropAnalysis, windows over time, speeds from Get-VideoActivity, rows of a CSV file with
    /// the same columns, or files.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet,
        HelpMessage = "Crops from Select-CropCandidate, Get-CropPath or a CSV file, or video files.")]
    [ValidateNotNull]
    public object[] InputObject { get; set; } = [];

    /// <summary>Name of the new video.</summary>
    [Parameter]
    [Alias("OutputPath")]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = new CropExportOptions().Destination;

    /// <summary>Shape of the crop, for example 9:16.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AspectCompleter))]
    public AspectRatio? Aspect { get; set; }

    /// <summary>Size of the crop in proportion to the largest that fits, above 0 to 1.</summary>
    [Parameter]
    [FlexibleNumber]
    public double Scale { get; set; } = new CropPathOptions().Scale;

    /// <summary>How the crop behaves over time.</summary>
    [Parameter]
    public CropMode Mode { get; set; }

    /// <summary>What must stay whole inside of the crop.</summary>
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

    /// <summary>Size of the new video, for example 1080x1920; that of the crop when not given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Size { get; set; }

    /// <summary>Encoder as ffmpeg knows it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EncoderCompleter))]
    [ValidateNotNullOrEmpty]
    public string Encoder { get; set; } = new CropExportOptions().Encoder;

    /// <summary>Constant quality, lower is better.</summary>
    [Parameter]
    [ValidateRange(0, 63)]
    public int Crf { get; set; } = new CropExportOptions().Crf;

    /// <summary>The encoder's preset.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Preset { get; set; } = new CropExportOptions().Preset;

    /// <summary>Plays dull stretches faster.</summary>
    [Parameter]
    public SwitchParameter SpeedUpDull { get; set; }

    /// <summary>Activity below which a stretch is dull; its 30th percentile when not given.</summary>
    [Parameter]
    [FlexibleNumber]
    public double? DullThreshold { get; set; }

    /// <summary>Highest speed of a dull stretch.</summary>
    [Parameter]
    [FlexibleNumber]
    public double MaximumSpeed { get; set; } = new ActivityOptions().MaximumSpeed;

    /// <summary>What makes a stretch dull.</summary>
    [Parameter]
    public DullBy DullBy { get; set; }

    /// <summary>Speeds of stretches, from Get-VideoActivity, changed or not.</summary>
    [Parameter]
    [RecordTransform<VideoActivity>("a stretch with a speed", "Get-VideoActivity")]
    public VideoActivity[] Activity { get; set; } = [];

    /// <summary>Neither uses results of earlier analyses nor keeps those of this one.</summary>
    [Parameter]
    public SwitchParameter NoCache { get; set; }

    /// <summary>Overwrites files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives a record with size, length, encoder and speed in place of the file.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override CacheMode Cache => NoCache ? CacheMode.Off : CacheMode.Use;

    private protected override (IItemIntake Intake, object[] Items)? Piped => (_intake!, InputObject);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _intake = new CropIntake(AddExport, Activity) { Files = FilesOf, Refuse = Refuse };
    }

    private protected override VideoRequest CreateRequest(EngineOptions options)
    {
        var (width, height) = Size is null ? (0, 0) : Checked(() => ExportText.ParseSize(Size));
        _options = new CropExportOptions
        {
            Destination = ExportText.ResolveDestination(Destination, path => ResolvePath(path)),
            Path = new CropPathOptions
            {
                Aspect = ExportText.ChooseAspect(Aspect, width, height),
                Scale = Scale,
                Mode = Mode,
                Keep = Keep,
                WhenTooWide = WhenTooWide,
                AllowZoom = AllowZoom,
                IncludeBars = IncludeBar,
            },
            SpeedUpDull = !SpeedUpDull ? null : new ActivityOptions
            {
                DullBy = DullBy,
                DullThreshold = DullThreshold,
                MaximumSpeed = MaximumSpeed,
            },
            OutputWidth = width,
            OutputHeight = height,
            Encoder = Encoder,
            Crf = Crf,
            Preset = Preset,
            Force = Force,
        };
        return new CropExportRequest(_options) { Engine = options };
    }

    private protected override void OnRecord(object record)
    {
        if (!PassThru && record is ExportedVideo video)
        {
            WriteFile(video.FullName);
        }
        else
        {
            base.OnRecord(record);
        }
    }

    private void AddExport(VideoInput input)
    {
        var named = Checked(() => Engine.Crops.WithDestination(input, _options, _taken));
        if (ShouldProcess(named.Destination!, $"Write crop of '{input.FullName}'"))
        {
            Add([named]);
        }
    }
}
