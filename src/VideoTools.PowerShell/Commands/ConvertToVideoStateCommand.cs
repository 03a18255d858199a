namespace VideoTools.PowerShell;

/// <summary>ConvertTo-VideoState: answers about sequences as one state a sequence.</summary>
[Cmdlet(VerbsData.ConvertTo, "VideoState", HelpUri = ProjectAddress.Help + "ConvertTo-VideoState.md")]
[OutputType(typeof(VideoState))]
public sealed class ConvertToVideoStateCommand : EngineCmdlet
{
    private IStateMaker? _states;

    /// <summary>Answers from Invoke-VideoQuery, or rows of a CSV file with the same columns.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true,
        HelpMessage = "Answers from Invoke-VideoQuery, or rows of a CSV file with the same columns.")]
    [RecordTransform<VideoAnswer>("an answer", "Invoke-VideoQuery")]
    public VideoAnswer[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected override void BeginProcessing() => _states = Engine.Observations.CreateStates();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var answer in InputObject)
        {
            try
            {
                if (_states!.Add(answer) is { } state)
                {
                    WriteObject(state);
                }
            }
            catch (ArgumentException exception)
            {
                Refuse(answer, exception.Message);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(_states!.Finish(), enumerateCollection: true);
}
