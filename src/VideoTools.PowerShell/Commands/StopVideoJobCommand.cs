namespace VideoTools.PowerShell;

/// <summary>Stop-VideoJob: ends a job; what is finished is kept.</summary>
[Cmdlet(VerbsLifecycle.Stop, "VideoJob", SupportsShouldProcess = true, HelpUri = ProjectAddress.Help + "Stop-VideoJob.md")]
[OutputType(typeof(VideoJob))]
public sealed class StopVideoJobCommand : JobCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ShouldProcess(Folder, "Stop job"))
        {
            Try(() => WriteObject(Engine.Jobs.Stop(Folder)));
        }
    }
}
