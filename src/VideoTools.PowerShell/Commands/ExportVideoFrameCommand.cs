namespace VideoTools.PowerShell;

/// <summary>Export-VideoFrame: writes chosen frames of videos as pictures, or as a contact sheet.</summary>
[Cmdlet(VerbsData.Export, "VideoFrame", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = ProjectAddress.Help + "Export-VideoFrame.md")]
[OutputType(typeof(FileInfo), typeof(ExportedFrame), typeof(FrameSheet))]
public sealed class ExportVideoFrameCommand : FrameCmdlet
{
    private static readonly FrameExportOptions Defaults = new();

    private readonly HashSet<string> _agreed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private FrameIntake? _intake;

    /// <summary>Frames from Get-VideoFrame, rows of a CSV file with the same columns, or video files.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet,
        HelpMessage = "Frames from Get-VideoFrame, rows of a CSV file with the same columns, or video files.")]
    [ValidateNotNull]
    public object[] InputObject { get; set; } = [];

    /// <summary>Directory of the pictures.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputDirectory { get; set; }

    /// <summary>A .png or .jpg file with all frames of a video and their times.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ContactSheet { get; set; }

    /// <summary>What pictures are written as.</summary>
    [Parameter]
    public PictureFormat Format { get; set; }

    /// <summary>Quality of JPEG and WebP.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int Quality { get; set; } = Defaults.Quality;

    /// <summary>Pictures that are read and written at once.</summary>
    [Parameter]
    [ValidateRange(1, 10000)]
    public int BatchSize { get; set; } = Defaults.BatchSize;

    /// <summary>Overwrites files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives records in place of files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override (IItemIntake Intake, object[] Items)? Piped => (_intake!, InputObject);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();

        // A sheet shows all frames of a video, so they are not taken apart.
        _intake = new FrameIntake(ContactSheet is null ? BatchSize : 0, AddExport)
        {
            Files = FilesOf, Inputs = CreateInputs, Refuse = Refuse,
        };
    }

    private protected override VideoRequest CreateRequest(EngineOptions options) => new FrameExportRequest(new FrameExportOptions
    {
        Frames = Frames,
        OutputDirectory = ResolvePath(OutputDirectory),
        ContactSheet = ResolvePath(ContactSheet),
        Format = Format,
        Quality = Quality,
        BatchSize = BatchSize,
        Force = Force,
    }) { Engine = options };

    private protected override void OnRecord(object record)
    {
        switch (record)
        {
            case ExportedFrame frame when !PassThru:
                WriteFile(frame.FullName);
                break;
            case FrameSheet sheet when !PassThru:
                WriteFile(sheet.FullName);
                break;
            default:
                base.OnRecord(record);
                break;
        }
    }

    // Asked once a video, however many batches follow.
    private void AddExport(VideoInput input)
    {
        if (_refused.Contains(input.FullName))
        {
            return;
        }

        var target = ResolvePath(OutputDirectory) ?? ResolvePath(ContactSheet) ?? input.FullName;
        if (_agreed.Contains(input.FullName) || ShouldProcess(target, $"Write pictures of frames of '{input.FullName}'"))
        {
            _agreed.Add(input.FullName);
            Add([input]);
        }
        else
        {
            _refused.Add(input.FullName);
        }
    }
}
