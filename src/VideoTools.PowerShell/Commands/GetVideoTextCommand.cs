namespace VideoTools.PowerShell;

/// <summary>Get-VideoText: the lines of on-screen text of a video, each with the time it stays.</summary>
[Cmdlet(VerbsCommon.Get, "VideoText", DefaultParameterSetName = PathSet, HelpUri = ProjectAddress.Help + "Get-VideoText.md")]
[OutputType(typeof(VideoText))]
public sealed class GetVideoTextCommand : RangedCmdlet
{
    /// <summary>Which frames are read.</summary>
    [Parameter]
    public TextSampling Sampling { get; set; }

    /// <summary>Time between two frames that are read with -Sampling Interval; a number is seconds.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(new TextOptions().Interval);

    /// <summary>Readings below this confidence, 0 to 1, are left out.</summary>
    [Parameter]
    [FlexibleNumber]
    public double MinimumConfidence { get; set; } = new TextOptions().MinimumConfidence;

    /// <summary>What reads the lines.</summary>
    [Parameter]
    public new TextEngine Engine { get; set; }

    /// <summary>Language of the text, or several; found out when not given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LanguageCompleter))]
    public string[]? Language { get; set; }

    /// <summary>The program tesseract, or its directory.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TesseractPath { get; set; }

    /// <summary>What the models run on.</summary>
    [Parameter]
    public InferenceDevice[] Device { get; set; } = [];

    private protected override VideoRequest CreateRequest(EngineOptions options) => new AnalysisRequest(new TextOptions
    {
        Sampling = Sampling,
        Interval = Interval.TotalSeconds,
        MinimumConfidence = MinimumConfidence,
        Engine = Engine,
        Language = Language is null ? null : string.Join(',', Language),
        TesseractPath = ResolvePath(TesseractPath),
        Device = new DeviceOrder(Device),
    }) { Engine = options };
}
