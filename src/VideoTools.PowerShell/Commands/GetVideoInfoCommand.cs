namespace VideoTools.PowerShell;

/// <summary>Get-VideoInfo: what a video file says about itself.</summary>
[Cmdlet(VerbsCommon.Get, "VideoInfo", DefaultParameterSetName = PathSet, HelpUri = ProjectAddress.Help + "Get-VideoInfo.md")]
[OutputType(typeof(VideoInfo))]
public sealed class GetVideoInfoCommand : VideoCmdlet
{
    /// <summary>Counts the frames by reading every packet of the video stream.</summary>
    [Parameter]
    public SwitchParameter CountFrame { get; set; }

    private protected override VideoRequest CreateRequest(EngineOptions options) =>
        new InfoRequest { Engine = options, CountFrames = CountFrame };
}
