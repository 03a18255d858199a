namespace VideoTools.PowerShell;

/// <summary>
/// Base of the cmdlets that work on measured videos: takes records, rows and files, and hands on one <see cref="VideoNiche"/> per video.
/// What cannot be read is one error, and the rest goes on.
/// </summary>
public abstract class NicheCmdlet : EngineCmdlet
{
    /// <summary>Name of the parameter set for the pipeline.</summary>
    internal const string InputSet = "InputObject";

    /// <summary>Name of the parameter set for files.</summary>
    internal const string PathSet = "Path";

    /// <summary>Name of the parameter set for files without wildcards.</summary>
    internal const string LiteralPathSet = "LiteralPath";

    private readonly List<VideoNiche> _videos = [];
    private readonly List<VideoNiche> _others = [];
    private bool _hasParts;
    private PathResolver? _paths;

    /// <summary>Niches, templates, rows of CSV files of either, or files of templates.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet,
        HelpMessage = "Niches, templates, rows of CSV files of either, or files of templates.")]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Template files, CSV files, or directories of template files.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet,
        HelpMessage = "Template files, CSV files, or directories of template files.")]
    [SupportsWildcards]
    [FileArgument]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The same, each name taken as it is written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet,
        HelpMessage = "The same, each name taken as it is written.")]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The videos so far.</summary>
    private protected IReadOnlyList<VideoNiche> Videos => _videos;

    /// <summary>Those and the ones that are not to be counted.</summary>
    private protected IEnumerable<VideoNiche> AllVideos => _videos.Concat(_others);

    private PathResolver Paths => _paths ??= new PathResolver(this, WriteVideoError) { TakesDirectories = true };

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != InputSet)
        {
            ReadFiles(Path.SelectMany(Paths.Expand).Concat(LiteralPath.Select(Paths.Literal).OfType<string>()));
            return;
        }

        foreach (var item in InputObject)
        {
            if (item.BaseObject is string pattern)
            {
                ReadFiles(Paths.Expand(pattern));
            }
            else if (FileOf(item) is { } path)
            {
                ReadFiles(Paths.Literal(path) is { } file ? [file] : []);
            }
            else if (Engine.Niches.Input.IsPart(PlainValue.Getter(item)))
            {
                RefusePart(item);
            }
            else if (Read(item, out var problem) is { } video)
            {
                Take(video);
            }
            else
            {
                var name = NameOf(item);
                WriteVideoError(new VideoError(
                    VideoErrorId.TemplateInvalid,
                    name,
                    $"'{name}' is no template and no niche: {problem}",
                    "Pipe the output of Get-VideoNiche or Get-VideoTemplate, or the rows of a CSV file of it."));
            }
        }
    }

    /// <summary>Writes the error of a niche that no video is of.</summary>
    /// <returns>True where a video is of it.</returns>
    private protected bool IsKnown(string niche)
    {
        var problem = Engine.Niches.Check(niche, AllVideos);
        if (problem is not null)
        {
            WriteVideoError(problem);
        }

        return problem is null;
    }

    /// <summary>Called for every video that is to be counted.</summary>
    private protected virtual void OnVideo(VideoNiche video)
    {
    }

    /// <summary>True for videos to be counted.</summary>
    private protected virtual bool IsWanted(VideoNiche video) => true;

    private VideoNiche? Read(PSObject item, out string problem)
    {
        problem = "";
        return item.BaseObject switch
        {
            VideoNiche niche => niche,
            VideoTemplate template => Engine.Niches.Input.FromTemplate(template),
            _ => Engine.Niches.Input.TryReadRow(PlainValue.Getter(item), out var row, out problem) ? row : null,
        };
    }

    // An object that is a file, or names one of those that templates are read from.
    private static string? FileOf(PSObject item) => item.BaseObject is FileSystemInfo info ? info.FullName
        : item.BaseObject is VideoNiche or VideoTemplate ? null
        : FileNames.Of(item) is { } name && System.IO.Path.GetExtension(name).ToLowerInvariant() is ".json" or ".csv" or ".tsv" or ".txt"
            ? FileNames.Of(item)
            : null;

    private static string NameOf(PSObject item)
    {
        var get = PlainValue.Getter(item);
        return (get("FullName") ?? get("VideoId") ?? FileNames.Of(item))?.ToString() ?? "this object";
    }

    // One error, however many scenes a video has.
    private void RefusePart(PSObject item)
    {
        if (!_hasParts)
        {
            _hasParts = true;
            WriteVideoError(Engine.Niches.Input.RefusePart(NameOf(item)));
        }
    }

    private void Take(VideoNiche video)
    {
        if (IsWanted(video))
        {
            _videos.Add(video);
            OnVideo(video);
        }
        else
        {
            _others.Add(video);
        }
    }

    private void ReadFiles(IEnumerable<string> paths)
    {
        foreach (var video in paths.SelectMany(path => Engine.Niches.Input.Read(path, WriteVideoError)).TakeWhile(_ => !Stopping))
        {
            Take(video);
            ShowProgress(FormattableString.Invariant($"{_videos.Count} videos, {video.FileName}"));
        }
    }
}
