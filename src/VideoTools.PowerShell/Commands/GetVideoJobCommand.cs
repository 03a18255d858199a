namespace VideoTools.PowerShell;

/// <summary>Get-VideoJob: how far a job is, or each of its parts.</summary>
[Cmdlet(VerbsCommon.Get, "VideoJob", HelpUri = ProjectAddress.Help + "Get-VideoJob.md")]
[OutputType(typeof(VideoJob), typeof(VideoJobPart))]
public sealed class GetVideoJobCommand : JobCmdlet
{
    /// <summary>Gives a record a part.</summary>
    [Parameter]
    public SwitchParameter Part { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Try(() =>
    {
        if (Part)
        {
            WriteObject(Engine.Jobs.GetParts(Folder), enumerateCollection: true);
        }
        else
        {
            WriteObject(Engine.Jobs.Get(Folder));
        }
    });
}
