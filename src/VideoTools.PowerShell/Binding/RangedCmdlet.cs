using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>Base of the cmdlets that work on a file or on one range of it.</summary>
public abstract class RangedCmdlet : AnalysisCmdlet
{
    /// <summary>Start of the range; the start of the file when not given.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan? From { get; set; }

    /// <summary>End of the range (exclusive); the end of the file when not given.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan? To { get; set; }

    private protected override IEnumerable<VideoInput> CreateInputs(string fullName) => [new VideoInput(fullName, From, To)];
}
