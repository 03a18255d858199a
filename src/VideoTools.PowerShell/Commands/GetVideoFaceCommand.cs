namespace VideoTools.PowerShell;

/// <summary>Get-VideoFace: the faces of videos, of single frames of them, and of picture files.</summary>
[Cmdlet(VerbsCommon.Get, "VideoFace", DefaultParameterSetName = PathSet, HelpUri = ProjectAddress.Help + "Get-VideoFace.md")]
[OutputType(typeof(VideoFace))]
public sealed class GetVideoFaceCommand : RangedCmdlet
{
    // Shorter than a frame of most videos lasts, so that one frame lies in it.
    private static readonly TimeSpan OneFrame = TimeSpan.FromMilliseconds(40);

    /// <summary>Time of the one frame to look at, for example the Seconds of a piped frame; not for picture files.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Seconds")]
    [FlexibleTime]
    public TimeSpan? At { get; set; }

    /// <summary>Time between two frames that are looked at; a number is seconds.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(new FaceOptions().Interval);

    /// <summary>Detections below this score, 0 to 1, are left out.</summary>
    [Parameter]
    [FlexibleNumber]
    public double MinimumScore { get; set; } = new FaceOptions().MinimumScore;

    /// <summary>Faces lower than this share of the picture's height are left out.</summary>
    [Parameter]
    [FlexibleNumber]
    public double MinimumSize { get; set; } = new FaceOptions().MinimumSize;

    /// <summary>What the models run on.</summary>
    [Parameter]
    public InferenceDevice[] Device { get; set; } = [];

    private protected override VideoRequest CreateRequest(EngineOptions options) => new AnalysisRequest(new FaceOptions
    {
        Interval = Interval.TotalSeconds,
        MinimumScore = MinimumScore,
        MinimumSize = MinimumSize,
        Device = new DeviceOrder(Device),
    }) { Engine = options };

    // A picture that was saved of a frame still tells the time of the frame; the picture itself has none.
    private protected override IReadOnlyList<VideoInput> CreateInputs(string fullName) =>
        VideoFileNames.IsPicture(fullName) ? [new VideoInput(fullName)]
        : At is { } at ? [new VideoInput(fullName, at, at + OneFrame)]
        : base.CreateInputs(fullName);
}
