namespace VideoTools.PowerShell;

/// <summary>Get-VideoFrame: the frames of a video that are worth keeping, or those that a rule names.</summary>
[Cmdlet(VerbsCommon.Get, "VideoFrame", DefaultParameterSetName = PathSet, HelpUri = ProjectAddress.Help + "Get-VideoFrame.md")]
[OutputType(typeof(SelectedFrame))]
public sealed class GetVideoFrameCommand : FrameCmdlet
{
    private protected override VideoRequest CreateRequest(EngineOptions options) => new AnalysisRequest(Frames) { Engine = options };
}
