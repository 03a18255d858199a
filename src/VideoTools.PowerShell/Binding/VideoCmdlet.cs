namespace VideoTools.PowerShell;

/// <summary>
/// Base of the cmdlets that work on video files: binds paths and the options that all share. Derived cmdlets say what to do
/// (<see cref="CreateRequest"/>) and no more.
/// </summary>
public abstract class VideoCmdlet : SessionCmdlet
{
    /// <summary>Name of the parameter set with wildcards.</summary>
    internal const string PathSet = "Path";

    /// <summary>Name of the parameter set without wildcards.</summary>
    internal const string LiteralPathSet = "LiteralPath";

    /// <summary>Name of the parameter set of cmdlets that take records as well as files.</summary>
    internal const string InputObjectSet = "InputObject";

    private PathResolver? _paths;

    /// <summary>Files to work on; wildcards are expanded.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet,
        HelpMessage = "Files to work on; wildcards are expanded.")]
    [SupportsWildcards]
    [FileArgument]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files to work on, each name taken as it is written.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet,
        HelpMessage = "Files to work on, each name taken as it is written.")]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Gives records as files finish, not in input order.</summary>
    [Parameter]
    public SwitchParameter Unordered { get; set; }

    /// <summary>Which decoding work may be skipped.</summary>
    [Parameter]
    public SpeedMode Speed { get; set; }

    /// <summary>Which hardware decodes.</summary>
    [Parameter]
    public HardwareAcceleration HardwareAcceleration { get; set; }

    /// <summary>A decoder that delivers nothing for so long is ended and reported.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan StallTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>True gives records as they come.</summary>
    private protected virtual bool IsUnordered => Unordered;

    /// <summary>What sorts records and files into inputs, and the objects of this step; null where only files are taken.</summary>
    private protected virtual (IItemIntake Intake, object[] Items)? Piped => null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _paths = new PathResolver(this, WriteVideoError);
        Open(CreateRequest(new EngineOptions
        {
            ThrottleLimit = ThrottleLimit,
            Unordered = IsUnordered,
            Speed = Speed,
            Cache = Cache,
            HardwareAcceleration = HardwareAcceleration,
            StallTimeout = StallTimeout,
            FfmpegDirectory = ResolvePath(FfmpegDirectory),
        }));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var piped = Piped;
        if (piped is { } records && ParameterSetName == InputObjectSet)
        {
            Array.ForEach(records.Items, records.Intake.Take);
            return;
        }

        foreach (var file in Files(ParameterSetName == PathSet ? Path : [], ParameterSetName == PathSet ? [] : LiteralPath))
        {
            if (piped is { } both)
            {
                both.Intake.TakeFile(file);
            }
            else
            {
                Add(CreateInputs(file));
            }
        }
    }

    /// <summary>The files that patterns and names stand for; what is none becomes an error.</summary>
    private protected IEnumerable<string> Files(IEnumerable<string> patterns, IEnumerable<string> names) =>
        patterns.SelectMany(_paths!.Expand).Concat(names.Select(_paths.Literal).OfType<string>());

    /// <summary>The files that a piped object stands for; one that is none becomes an error.</summary>
    private protected IEnumerable<string> FilesOf(object item) => _paths!.Of(item, Refuse);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Piped?.Intake.Flush();
        Finish();
        base.EndProcessing();
    }

    /// <summary>What the session is to do with every file.</summary>
    private protected abstract VideoRequest CreateRequest(EngineOptions options);

    /// <summary>The work on one file: usually all of it.</summary>
    private protected virtual IReadOnlyList<VideoInput> CreateInputs(string fullName) => [new VideoInput(fullName)];
}
