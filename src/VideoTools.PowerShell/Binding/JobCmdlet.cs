namespace VideoTools.PowerShell;

/// <summary>Base of the cmdlets that take the folder of a job.</summary>
public abstract class JobCmdlet : EngineCmdlet
{
    /// <summary>Folder of the job.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true,
        HelpMessage = "Folder of the job.")]
    [ValidateNotNullOrEmpty]
    public string JobDirectory { get; set; } = "";

    /// <summary>The folder, absolute.</summary>
    private protected string Folder => System.IO.Path.TrimEndingDirectorySeparator(ResolvePath(JobDirectory));

    /// <summary>True with -WhatIf, or where the shell is told to try everything only.</summary>
    internal static bool IsTrial(PSCmdlet cmdlet) => cmdlet.MyInvocation.BoundParameters.TryGetValue("WhatIf", out var given)
        ? given is SwitchParameter { IsPresent: true }
        : LanguagePrimitives.IsTrue(cmdlet.GetVariableValue("WhatIfPreference"));

    /// <summary>Submits a draft if the user agrees; with -WhatIf the script is shown.</summary>
    internal static VideoJob? Submit(
        EngineCmdlet cmdlet, IJobDraft draft, bool isTrial, Action<VideoProgress> progress, CancellationToken stop)
    {
        if (isTrial)
        {
            cmdlet.WriteInformation(new HostInformationMessage { Message = draft.Describe() }, ["PSHOST"]);
        }

        return cmdlet.ShouldProcess(draft.JobDirectory, FormattableString.Invariant($"Submit a job of {draft.FileCount} files"))
            ? draft.Submit(text => cmdlet.WriteVerbose(ShellText.ForPowerShell(text)), progress, stop)
            : null;
    }
}
