namespace VideoTools.PowerShell;

/// <summary>Group-VideoFace: who is in one or many videos, for how long, and the best shots of each person.</summary>
[Cmdlet(VerbsData.Group, "VideoFace", DefaultParameterSetName = PersonSet, HelpUri = ProjectAddress.Help + "Group-VideoFace.md")]
[OutputType(typeof(VideoPerson), ParameterSetName = [PersonSet])]
[OutputType(typeof(PersonFace), ParameterSetName = [BestSet, FaceSet])]
public sealed class GroupVideoFaceCommand : EngineCmdlet
{
    private const string PersonSet = "Person";
    private const string BestSet = "Best";
    private const string FaceSet = "Face";

    private static readonly PeopleOptions Defaults = new();

    private readonly List<VideoFace> _faces = [];

    /// <summary>Faces from Get-VideoFace, or rows of a CSV file with the same columns.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true,
        HelpMessage = "Faces from Get-VideoFace, or rows of a CSV file with the same columns.")]
    [RecordTransform<VideoFace>("a face", "Get-VideoFace")]
    public VideoFace[] InputObject { get; set; } = [];

    /// <summary>Least mean cosine between the faces of two groups that are joined.</summary>
    [Parameter]
    [FlexibleNumber]
    public double Threshold { get; set; } = Defaults.Threshold;

    /// <summary>Gives this many best shots of each person instead of a record a person.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BestSet,
        HelpMessage = "Gives this many best shots of each person instead of a record a person.")]
    [ValidateRange(1, 1000)]
    public int Best { get; set; } = Defaults.Best;

    /// <summary>Least time between two best shots of one person in one video.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan MinimumGap { get; set; } = TimeSpan.FromSeconds(Defaults.MinimumGapSeconds);

    /// <summary>Gives every face with its person instead of a record a person.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FaceSet,
        HelpMessage = "Gives every face with its person instead of a record a person.")]
    public SwitchParameter Face { get; set; }

    private PeopleOptions Options => new()
    {
        Threshold = Threshold,
        Best = Best,
        MinimumGapSeconds = MinimumGap.TotalSeconds,
    };

    /// <inheritdoc/>
    protected override void BeginProcessing() => Checked(() =>
    {
        Engine.People.Validate(Options);
        return true;
    });

    /// <inheritdoc/>
    protected override void ProcessRecord() => _faces.AddRange(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ShowProgress(FormattableString.Invariant($"{_faces.Count} faces"));
        var groups = Checked(() => Engine.People.Group(_faces, Options, StopToken));
        base.EndProcessing();
        if (groups.SkippedCount > 0)
        {
            WriteWarning(FormattableString.Invariant(
                $"{groups.SkippedCount} of {_faces.Count} faces have no embedding and belong to nobody; its model is missing."));
        }

        WriteObject(
            ParameterSetName == BestSet ? groups.BestShots : ParameterSetName == FaceSet ? groups.Faces : groups.Persons,
            enumerateCollection: true);
    }
}
