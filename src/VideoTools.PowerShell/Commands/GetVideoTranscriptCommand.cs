namespace VideoTools.PowerShell;

/// <summary>Get-VideoTranscript: what is said in a video, a record a segment.</summary>
[Cmdlet(VerbsCommon.Get, "VideoTranscript", DefaultParameterSetName = PathSet, HelpUri = ProjectAddress.Help + "Get-VideoTranscript.md")]
[OutputType(typeof(TranscriptSegment))]
public sealed class GetVideoTranscriptCommand : RangedCmdlet
{
    /// <summary>Size of the model.</summary>
    [Parameter]
    public SpeechModel Model { get; set; }

    /// <summary>A Whisper model in ggml's format to use in place of one that comes with the module.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ModelPath { get; set; }

    /// <summary>Language of the speech, or several to choose among; found out when not given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LanguageCompleter))]
    public string[]? Language { get; set; }

    /// <summary>Adds the words with their times.</summary>
    [Parameter]
    public SwitchParameter WordTimestamp { get; set; }

    /// <summary>Number of the sound track, 0 for the first.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int AudioTrack { get; set; }

    /// <summary>How the track's channels become one.</summary>
    [Parameter]
    public SoundChannel Channel { get; set; }

    /// <summary>What the model runs on.</summary>
    [Parameter]
    public InferenceDevice[] Device { get; set; } = [];

    private protected override VideoRequest CreateRequest(EngineOptions options) => new AnalysisRequest(new SpeechOptions
    {
        Model = Model,
        ModelPath = ResolvePath(ModelPath),
        Language = Language is null ? null : string.Join(',', Language),
        WordTimestamp = WordTimestamp,
        AudioTrack = AudioTrack,
        Channel = Channel,
        Device = new DeviceOrder(Device),
    }) { Engine = options };
}
