namespace VideoTools.PowerShell;

/// <summary>Base of the cmdlets that work on a file or on one range of it.</summary>
public abstract class RangedCmdlet : AnalysisCmdlet
{
    // By property name only where LiteralPath is, too: a property that binds in the default set would make PowerShell turn the
    // piped scene into text for -Path.

    /// <summary>Start of the range, for example the Start of a piped scene; the start of the file when not given.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Start")]
    [FlexibleTime]
    public TimeSpan? From { get; set; }

    /// <summary>End of the range (exclusive), for example the End of a piped scene; the end of the file when not given.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("End")]
    [FlexibleTime]
    public TimeSpan? To { get; set; }

    private protected override IReadOnlyList<VideoInput> CreateInputs(string fullName) => [new VideoInput(fullName, From, To)];
}
