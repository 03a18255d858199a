namespace VideoTools.PowerShell;

/// <summary>
/// Base of the cmdlets that are given video files, by patterns, by names, or as records that name them: what is no file is one error, and
/// the others go on. Derived cmdlets say what becomes of a file (<see cref="TakeFile"/>).
/// </summary>
public abstract class FileCmdlet : SessionCmdlet
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

    /// <summary>What sorts records and files into inputs, and the objects of this step; null where only files are taken.</summary>
    private protected virtual (IItemIntake Intake, object[] Items)? Piped => null;

    private PathResolver Paths => _paths ??= new PathResolver(this, WriteVideoError);

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
                TakeFile(file);
            }
        }
    }

    /// <summary>Takes a file; cmdlets that take records as well give it to their intake in place of this.</summary>
    private protected virtual void TakeFile(string fullName) => throw new NotSupportedException($"{GetType().Name} takes no files.");

    /// <summary>The files that patterns and names stand for; what is none becomes an error.</summary>
    private protected IEnumerable<string> Files(IEnumerable<string> patterns, IEnumerable<string> names) =>
        patterns.SelectMany(Paths.Expand).Concat(names.Select(Paths.Literal).OfType<string>());

    /// <summary>The files that a piped object stands for; one that is none becomes an error.</summary>
    private protected IEnumerable<string> FilesOf(object item) => Paths.Of(item, Refuse);
}
