namespace VideoTools.PowerShell;

/// <summary>Resume-VideoJob: submits what is missing of a job, and files that were added.</summary>
[Cmdlet(VerbsLifecycle.Resume, "VideoJob", SupportsShouldProcess = true, HelpUri = ProjectAddress.Help + "Resume-VideoJob.md")]
[OutputType(typeof(VideoJob))]
public sealed class ResumeVideoJobCommand : JobCmdlet
{
    /// <summary>Files to add; those that the job has already are passed over.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] InputPath { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => Try(() =>
    {
        var isTrial = IsTrial(this);
        var paths = new PathResolver(this, WriteVideoError);
        using var draft = Engine.Jobs.Resume(Folder, isTrial);
        foreach (var file in InputPath.SelectMany(paths.Expand))
        {
            draft.Add(file, null, null, null);
        }

        if (Submit(this, draft, isTrial, ShowProgress, StopToken) is { } job && !StopToken.IsCancellationRequested)
        {
            WriteObject(job);
        }
    });
}
