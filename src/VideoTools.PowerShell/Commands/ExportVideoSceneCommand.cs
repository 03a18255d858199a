namespace VideoTools.PowerShell;

/// <summary>Export-VideoScene: writes the scenes of videos as cut lists, tables, pages, or a video file a scene.</summary>
[Cmdlet(VerbsData.Export, "VideoScene", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = ProjectAddress.Help + "Export-VideoScene.md")]
[OutputType(typeof(FileInfo), typeof(ExportedVideo))]
public sealed class ExportVideoSceneCommand : FileCmdlet
{
    private static readonly SceneExportOptions Defaults = new();

    private readonly Dictionary<string, string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private SceneIntake? _intake;
    private SceneExportOptions _options = Defaults;
    private SceneExportFormat _format;

    /// <summary>Scenes from Get-VideoScene, rows of a CSV file with the same columns, or video files.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet,
        HelpMessage = "Scenes from Get-VideoScene, rows of a CSV file with the same columns, or video files.")]
    [ValidateNotNull]
    public object[] InputObject { get; set; } = [];

    /// <summary>What is written; the extension of Destination says it when not given.</summary>
    [Parameter]
    public SceneExportFormat Format { get; set; }

    /// <summary>The file, a directory, or a template with {stem}, {index:000}, {ext} and {dir}.</summary>
    [Parameter]
    [Alias("OutputPath")]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>Copies every piece without encoding, from the key frame before its scene.</summary>
    [Parameter]
    public SwitchParameter CopyOnly { get; set; }

    /// <summary>Encoder of pieces that cannot be copied.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Encoder { get; set; } = Defaults.Encoder;

    /// <summary>Constant quality of these, lower is better.</summary>
    [Parameter]
    [ValidateRange(0, 63)]
    public int Crf { get; set; } = Defaults.Crf;

    /// <summary>The encoder's preset.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Preset { get; set; } = Defaults.Preset;

    /// <summary>Overwrites files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the files that were written, and a record for each piece.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Files worked on at once; 0 lets the engine choose.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int ThrottleLimit { get; set; }

    private protected override CacheMode Cache => CacheMode.Use;

    private protected override (IItemIntake Intake, object[] Items)? Piped => (_intake!, InputObject);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _intake = new SceneIntake(AddExport) { Files = FilesOf, Refuse = Refuse };
        _format = MyInvocation.BoundParameters.ContainsKey(nameof(Format)) ? Format : ExportText.SceneFormatOf(Destination) ?? Format;
        _options = new SceneExportOptions
        {
            Format = _format,
            Destination = ExportText.ResolveDestination(Destination, path => ResolvePath(path)),
            CopyOnly = CopyOnly,
            Encoder = Encoder,
            Crf = Crf,
            Preset = Preset,
            Force = Force,
        };
        Open(new SceneExportRequest(_options)
        {
            Engine = new EngineOptions { ThrottleLimit = ThrottleLimit, Cache = Cache, FfmpegDirectory = ResolvePath(FfmpegDirectory) },
        });
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _intake!.Flush();
        Finish();
        base.EndProcessing();
    }

    private string Action => _format == SceneExportFormat.Split ? "Write this piece and those of the other scenes" : "Write scenes";

    private protected override void OnRecord(object record)
    {
        if (PassThru && record is SceneFile file)
        {
            WriteFile(file.FullName);
        }
        else if (PassThru)
        {
            WriteObject(record);
        }
    }

    private void AddExport(VideoInput input)
    {
        var path = "";
        if (Try(() => path = Engine.Scenes.Claim(input.FullName, _options, _taken)) && ShouldProcess(path, Action))
        {
            Add([input]);
        }
    }
}
