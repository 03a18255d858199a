namespace VideoTools.PowerShell;

/// <summary>Base of the cmdlets whose results are kept: a second run over an unchanged file costs no decode.</summary>
public abstract class AnalysisCmdlet : VideoCmdlet
{
    /// <summary>Neither uses results of earlier runs nor keeps those of this one.</summary>
    [Parameter]
    public SwitchParameter NoCache { get; set; }

    /// <summary>Computes everything anew and replaces what was kept.</summary>
    [Parameter]
    public SwitchParameter Refresh { get; set; }

    private protected override CacheMode Cache => NoCache ? CacheMode.Off : Refresh ? CacheMode.Refresh : CacheMode.Use;
}
