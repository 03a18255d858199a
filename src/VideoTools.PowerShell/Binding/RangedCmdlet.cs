namespace VideoTools.PowerShell;

/// <summary>Base of the cmdlets that work on a file or on one range of it; a piped scene is the range that it covers.</summary>
public abstract class RangedCmdlet : AnalysisCmdlet
{
    /// <summary>Start of the range, for example the Start of a piped scene; the start of the file when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Start", "StartSeconds")]
    [FlexibleTime]
    public TimeSpan? From { get; set; }

    /// <summary>End of the range (exclusive), for example the End of a piped scene; the end of the file when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("End", "EndSeconds")]
    [FlexibleTime]
    public TimeSpan? To { get; set; }

    /// <summary>
    /// Number of the scene that From and To are, for the records; without them the scene of that number is found and worked on.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [FlexibleWhole]
    public int? SceneIndex { get; set; }

    private protected override IReadOnlyList<VideoInput> CreateInputs(string fullName) => [Limit(fullName)];

    /// <summary>The range of a file that was asked for.</summary>
    private protected VideoInput Limit(string fullName) =>
        new(fullName, From, To, SceneIndex is > 0 ? SceneIndex : null) { IsSceneRange = From is not null || To is not null };
}
