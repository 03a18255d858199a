namespace VideoTools.PowerShell;

/// <summary>Compare-VideoFace: which faces are those of reference pictures.</summary>
[Cmdlet(VerbsData.Compare, "VideoFace", HelpUri = ProjectAddress.Help + "Compare-VideoFace.md")]
[OutputType(typeof(FaceMatch))]
public sealed class CompareVideoFaceCommand : SessionCmdlet
{
    private readonly List<VideoFace> _references = [];
    private List<string> _files = [];

    /// <summary>Faces from Get-VideoFace, or rows of a CSV file with the same columns.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true,
        HelpMessage = "Faces from Get-VideoFace, or rows of a CSV file with the same columns.")]
    [RecordTransform<VideoFace>("a face", "Get-VideoFace")]
    public VideoFace[] InputObject { get; set; } = [];

    /// <summary>Pictures of the people that are looked for; of each the largest face counts. Wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 0,
        HelpMessage = "Pictures of the people that are looked for; of each the largest face counts. Wildcards are expanded.")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] ReferencePath { get; set; } = [];

    /// <summary>Least cosine of a match.</summary>
    [Parameter]
    [FlexibleNumber]
    public double Threshold { get; set; } = new PeopleOptions().Threshold;

    /// <summary>What the models run on.</summary>
    [Parameter]
    public InferenceDevice[] Device { get; set; } = [];

    /// <summary>Neither uses results of earlier runs nor keeps those of this one.</summary>
    [Parameter]
    public SwitchParameter NoCache { get; set; }

    /// <summary>Files worked on at once; 0 lets the engine choose.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int ThrottleLimit { get; set; }

    private protected override CacheMode Cache => NoCache ? CacheMode.Off : CacheMode.Use;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Checked(() =>
        {
            Engine.People.Validate(new PeopleOptions { Threshold = Threshold });
            return true;
        });
        Open(new AnalysisRequest(new FaceOptions { Device = new DeviceOrder(Device) })
        {
            Engine = new EngineOptions
            {
                ThrottleLimit = ThrottleLimit,
                Cache = Cache,
                FfmpegDirectory = ResolvePath(FfmpegDirectory),
            },
        });
        var paths = new PathResolver(this, WriteVideoError);
        _files = [.. ReferencePath.SelectMany(paths.Expand).Distinct(StringComparer.Ordinal)];
        Add(_files.Select(file => new VideoInput(file)));
        Finish();
        foreach (var file in _files.Where(file => !_references.Exists(face => face.FullName == file)))
        {
            Refuse(file, $"'{file}' shows no face to look for.");
        }

        if (_references.Count == 0)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException("No reference picture shows a face: there is nothing to compare with."),
                InvalidOptionId,
                ErrorCategory.InvalidArgument,
                ReferencePath));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var face in InputObject)
        {
            if (Checked(() => Engine.People.Compare(face, _references, Threshold)) is { } match)
            {
                WriteObject(match);
            }
            else
            {
                Refuse(face, FormattableString.Invariant(
                    $"The face at {face.Seconds:0.###} s of '{face.FullName}' has no embedding to compare."));
            }
        }
    }

    // The largest face of each picture, where it can be told from others.
    private protected override void OnRecord(object record)
    {
        if (record is VideoFace { FaceIndex: 1, Embedding.Count: > 0 } face)
        {
            _references.Add(face);
        }
    }
}
