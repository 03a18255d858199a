namespace VideoTools.PowerShell;

/// <summary>Receive-VideoJob: the records of a job, in the order of the input.</summary>
[Cmdlet(VerbsCommunications.Receive, "VideoJob", HelpUri = ProjectAddress.Help + "Receive-VideoJob.md")]
[OutputType(
    typeof(VideoTemplate), typeof(VideoScene), typeof(VideoText), typeof(TranscriptSegment), typeof(CropPosition), typeof(CropShot),
    typeof(SelectedFrame), typeof(VideoFace), typeof(VideoActivity), typeof(VideoState))]
public sealed class ReceiveVideoJobCommand : JobCmdlet
{
    /// <summary>Waits for parts that are not done, as long as something works on them.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Gives parts as they are done.</summary>
    [Parameter]
    public SwitchParameter Unordered { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Try(() =>
    {
        foreach (var next in Engine.Jobs.Receive(Folder, Wait, Unordered, StopToken))
        {
            switch (next)
            {
                case RecordEvent record:
                    WriteObject(record.Record);
                    break;
                case FailureEvent failure:
                    WriteVideoError(failure.Error);
                    break;
                default:
                    WriteWarning(ShellText.ForPowerShell(next.ToString()!));
                    break;
            }
        }
    });
}
