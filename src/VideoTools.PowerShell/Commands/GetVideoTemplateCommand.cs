namespace VideoTools.PowerShell;

/// <summary>Get-VideoTemplate: one flat record a video, and its JSON file when a directory is given.</summary>
[Cmdlet(VerbsCommon.Get, "VideoTemplate", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = ProjectAddress.Help + "Get-VideoTemplate.md")]
[OutputType(typeof(VideoTemplate), typeof(SavedFile))]
public sealed class GetVideoTemplateCommand : RangedCmdlet
{
    private readonly Dictionary<string, string> _taken = new(FileNames.Comparer);
    private string? _directory;

    /// <summary>Which detector decides about scenes.</summary>
    [Parameter]
    public SceneDetector Detector { get; set; }

    /// <summary>Leaves the scene columns empty.</summary>
    [Parameter]
    public SwitchParameter SkipScene { get; set; }

    /// <summary>Leaves the text columns empty.</summary>
    [Parameter]
    public SwitchParameter SkipText { get; set; }

    /// <summary>Leaves the speech columns empty.</summary>
    [Parameter]
    public SwitchParameter SkipSpeech { get; set; }

    /// <summary>Fills the face columns.</summary>
    [Parameter]
    public SwitchParameter IncludeFace { get; set; }

    /// <summary>Which frames are read for text.</summary>
    [Parameter]
    public TextSampling Sampling { get; set; }

    /// <summary>What reads the lines of text.</summary>
    [Parameter]
    public TextEngine TextEngine { get; set; }

    /// <summary>Language of the text, or several; found out when not given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LanguageCompleter))]
    public string[]? TextLanguage { get; set; }

    /// <summary>The program tesseract, or its directory.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TesseractPath { get; set; }

    /// <summary>Size of the speech model.</summary>
    [Parameter]
    public SpeechModel Model { get; set; }

    /// <summary>Language of the speech, or several to choose among; found out when not given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LanguageCompleter))]
    public string[]? Language { get; set; }

    /// <summary>Number of the sound track, 0 for the first.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int AudioTrack { get; set; }

    /// <summary>How the track's channels become one.</summary>
    [Parameter]
    public SoundChannel Channel { get; set; }

    /// <summary>What the models run on.</summary>
    [Parameter]
    public InferenceDevice[] Device { get; set; } = [];

    /// <summary>Directory for name_template.json; without it nothing is written.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputDirectory { get; set; }

    /// <summary>Overwrites files that exist and hold something else.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives a record of each file, written or unchanged, in place of the template.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _directory = ResolvePath(OutputDirectory);
        base.BeginProcessing();
    }

    private protected override VideoRequest CreateRequest(EngineOptions options) => new AnalysisRequest(new TemplateOptions
    {
        Scenes = new SceneOptions { Detector = Detector },
        Text = new TextOptions
        {
            Sampling = Sampling,
            Engine = TextEngine,
            Language = TextLanguage is null ? null : string.Join(',', TextLanguage),
            TesseractPath = ResolvePath(TesseractPath),
            Device = new DeviceOrder(Device),
        },
        Speech = new SpeechOptions
        {
            Model = Model,
            Language = Language is null ? null : string.Join(',', Language),
            AudioTrack = AudioTrack,
            Channel = Channel,
            Device = new DeviceOrder(Device),
        },
        Faces = new FaceOptions { Device = new DeviceOrder(Device) },
        IncludeFaces = IncludeFace,
        SkipScenes = SkipScene,
        SkipText = SkipText,
        SkipSpeech = SkipSpeech,
    }) { Engine = options };

    private protected override void OnRecord(object record)
    {
        if (_directory is null || record is not VideoTemplate template)
        {
            base.OnRecord(record);
            return;
        }

        var path = Engine.Templates.Claim(template, _directory, _taken, WriteWarning);
        var outcome = Save(path, "Write template", () => Engine.Templates.Save(template, path, Force));
        if (!PassThru)
        {
            base.OnRecord(outcome is null ? template : template with { TemplatePath = path });
        }
        else if (outcome is { } saved)
        {
            WriteSaved(path, template.FullName, saved);
        }
    }
}
