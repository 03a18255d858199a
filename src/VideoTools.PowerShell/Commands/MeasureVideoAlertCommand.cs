namespace VideoTools.PowerShell;

/// <summary>Measure-VideoAlert: compares states with what is known to be true.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "VideoAlert", SupportsShouldProcess = true, HelpUri = ProjectAddress.Help + "Measure-VideoAlert.md")]
[OutputType(typeof(AlertEvaluation))]
public sealed class MeasureVideoAlertCommand : EngineCmdlet
{
    private readonly List<VideoState> _states = [];

    /// <summary>States from ConvertTo-VideoState, or rows of a CSV file with the same columns.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true,
        HelpMessage = "States from ConvertTo-VideoState, or rows of a CSV file with the same columns.")]
    [RecordTransform<VideoState>("a state", "ConvertTo-VideoState")]
    public VideoState[] InputObject { get; set; } = [];

    /// <summary>The file that says what is true.</summary>
    [Parameter(Mandatory = true, Position = 0, HelpMessage = "The file that says what is true.")]
    [ValidateNotNullOrEmpty]
    public string GroundTruthPath { get; set; } = "";

    /// <summary>Time after its start within which a period must be seen.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan DetectWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Lowest level that is an alert.</summary>
    [Parameter]
    public AlertLevel MinimumLevel { get; set; } = AlertLevel.Moderate;

    /// <summary>Directory for a JSON file a video.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputDirectory { get; set; }

    /// <summary>Overwrites files that exist.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _states.AddRange(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var options = new EvaluationOptions
        {
            GroundTruthPath = ResolvePath(GroundTruthPath),
            DetectWithinSeconds = DetectWithin.TotalSeconds,
            MinimumLevel = MinimumLevel,
        };
        var directory = ResolvePath(OutputDirectory);
        foreach (var evaluation in Checked(() => Engine.Observations.Evaluate(_states, options)))
        {
            if (directory is not null)
            {
                Save(directory, $"Write the evaluation of '{evaluation.FullName}'", () =>
                {
                    Engine.Observations.Save(evaluation, options, directory, Force);
                    return FileOutcome.Written;
                });
            }

            WriteObject(evaluation);
        }
    }
}
