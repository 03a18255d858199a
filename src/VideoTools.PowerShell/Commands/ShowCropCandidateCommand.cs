namespace VideoTools.PowerShell;

/// <summary>Show-CropCandidate: a page in the browser of this machine on which a crop is chosen.</summary>
[Cmdlet(VerbsCommon.Show, "CropCandidate", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = ProjectAddress.Help + "Show-CropCandidate.md")]
[OutputType(typeof(CropCandidate), typeof(CropShot), typeof(VideoActivity), typeof(ExportedVideo))]
public sealed class ShowCropCandidateCommand : FileCmdlet
{
    private static readonly CropPageOptions Defaults = new();
    private static readonly CropExportOptions ExportDefaults = new();

    private readonly List<VideoInput> _inputs = [];
    private PreviewIntake? _intake;

    /// <summary>Candidates or positions to choose from, rows of a CSV file with the same columns, or files.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputObjectSet,
        HelpMessage = "Candidates or positions to choose from, rows of a CSV file with the same columns, or files.")]
    [ValidateNotNull]
    public object[] InputObject { get; set; } = [];

    /// <summary>Shape of the crop, for example 9:16.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AspectCompleter))]
    public AspectRatio? Aspect { get; set; }

    /// <summary>Positions along each axis that the crop can move on.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Grid { get; set; } = Defaults.Crop.Grid;

    /// <summary>Size of the crop in proportion to the largest that fits, above 0 to 1.</summary>
    [Parameter]
    [FlexibleNumber]
    public double Scale { get; set; } = Defaults.Crop.Scale;

    /// <summary>Most candidates that are shown.</summary>
    [Parameter]
    [Alias("First")]
    [ValidateRange(1, int.MaxValue)]
    public int MaximumCount { get; set; } = Defaults.Candidates.MaximumCount;

    /// <summary>After so long without an input the first candidate is taken; a number is seconds.</summary>
    [Parameter]
    [Alias("TimeoutSecond", "TimeoutSeconds")]
    [FlexibleTime]
    public TimeSpan Timeout { get; set; } = Defaults.Timeout;

    /// <summary>Prints the address of the page and opens no browser.</summary>
    [Parameter]
    public SwitchParameter NoBrowser { get; set; }

    /// <summary>Lets the page write the video.</summary>
    [Parameter]
    public SwitchParameter Export { get; set; }

    /// <summary>Name of the new video.</summary>
    [Parameter]
    [Alias("OutputPath")]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = ExportDefaults.Destination;

    /// <summary>Size of the new video, for example 1080x1920; that of the crop when not given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Size { get; set; }

    /// <summary>Encoder as ffmpeg knows it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EncoderCompleter))]
    [ValidateNotNullOrEmpty]
    public string Encoder { get; set; } = ExportDefaults.Encoder;

    /// <summary>Constant quality, lower is better.</summary>
    [Parameter]
    [ValidateRange(0, 63)]
    public int Crf { get; set; } = ExportDefaults.Crf;

    /// <summary>The encoder's preset.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Preset { get; set; } = ExportDefaults.Preset;

    /// <summary>Shows dull stretches with the speed that they could have, in place of their own.</summary>
    [Parameter]
    public SwitchParameter SpeedUpDull { get; set; }

    /// <summary>Highest speed of a stretch.</summary>
    [Parameter]
    [FlexibleNumber]
    public double MaximumSpeed { get; set; } = Defaults.Activity.MaximumSpeed;

    /// <summary>Overwrites files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Neither uses results of earlier analyses nor keeps those of this one.</summary>
    [Parameter]
    public SwitchParameter NoCache { get; set; }

    private protected override (IItemIntake Intake, object[] Items)? Piped => (_intake!, InputObject);

    /// <inheritdoc/>
    protected override void BeginProcessing() => _intake = new PreviewIntake(_inputs.Add) { Files = FilesOf, Refuse = Refuse };

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _intake!.Flush();
        var options = CreateOptions();
        foreach (var input in _inputs.TakeWhile(_ => !Stopping))
        {
            if (!Export || ShouldProcess(input.FullName, "Write the crop that is chosen on a page"))
            {
                Try(() => Choose(input, options));
            }
        }

        base.EndProcessing();
    }

    private CropPageOptions CreateOptions()
    {
        var (width, height) = Size is null ? (0, 0) : Checked(() => ExportText.ParseSize(Size));
        var aspect = ExportText.ChooseAspect(Aspect, width, height);
        var activity = Defaults.Activity with { MaximumSpeed = MaximumSpeed };
        return new CropPageOptions
        {
            Engine = new EngineOptions { Cache = NoCache ? CacheMode.Off : CacheMode.Use, FfmpegDirectory = ResolvePath(FfmpegDirectory) },
            Crop = new CropOptions { Aspect = aspect, Grid = Grid, Scale = Scale },
            Candidates = new CandidateOptions { MaximumCount = MaximumCount },
            Activity = activity,
            Timeout = Timeout,
            Export = !Export ? null : ExportDefaults with
            {
                Destination = ExportText.ResolveDestination(Destination, path => ResolvePath(path)),
                Path = new CropPathOptions { Aspect = aspect, Scale = Scale, Mode = CropMode.Static },
                SpeedUpDull = SpeedUpDull ? activity : null,
                OutputWidth = width,
                OutputHeight = height,
                Encoder = Encoder,
                Crf = Crf,
                Preset = Preset,
                Force = Force,
            },
        };
    }

    private void Choose(VideoInput input, CropPageOptions options)
    {
        using var page = Open(input, options);
        var isShown = !NoBrowser && page.TryShow();
        var message = isShown ? "The page to choose on is open" : "Choose a crop on this page";
        WriteInformation(new HostInformationMessage { Message = $"{message}: {page.Url}" }, ["PSHOST"]);
        CropChoice? choice = null;
        while (choice is null && !Stopping)
        {
            choice = page.Wait(EventPump.WaitSlice);
            foreach (var warning in page.TakeWarnings())
            {
                WriteWarning(warning);
            }

            ShowProgress(page.Status, page.Percent);
        }

        if (choice is not null)
        {
            Write(choice);
        }
    }

    private ICropPage Open(VideoInput input, CropPageOptions options)
    {
        try
        {
            return Engine.CropPages.Open(input, options);
        }
        catch (ArgumentException exception)
        {
            ThrowTerminatingError(ErrorMapping.ToRecord(exception));
            throw;
        }
    }

    // Speeds first: they belong to the crop of the same file that follows them.
    private void Write(CropChoice choice)
    {
        if (choice.IsAutomatic)
        {
            WriteVerbose($"Nobody chose a crop of '{choice.Candidate.FullName}' in time: the first candidate is taken.");
        }

        if (choice.Video is { } video)
        {
            WriteObject(video);
            return;
        }

        WriteObject(choice.Speeds, enumerateCollection: true);
        if (choice.Mode == CropMode.Static)
        {
            WriteObject(choice.Candidate);
        }
        else
        {
            WriteObject(choice.Shots, enumerateCollection: true);
        }
    }
}
