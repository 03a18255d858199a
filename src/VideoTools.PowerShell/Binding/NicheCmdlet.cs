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

    private readonly List<VideoNiche> _videos = [];
    private PathResolver? _paths;

    /// <summary>Niches, templates, rows of CSV files of either, or files of templates.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet,
        HelpMessage = "Niches, templates, rows of CSV files of either, or files of templates.")]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Template files, CSV files, or directories of template files.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet,
        HelpMessage = "Template files, CSV files, or directories of template files.")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The videos so far.</summary>
    private protected IReadOnlyList<VideoNiche> Videos => _videos;

    private PathResolver Paths => _paths ??= new PathResolver(this, WriteVideoError) { TakesDirectories = true };

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == PathSet)
        {
            ReadFiles(Path.SelectMany(Paths.Expand));
            return;
        }

        foreach (var item in InputObject)
        {
            if (((item.BaseObject as FileSystemInfo)?.FullName ?? item.BaseObject as string) is { } path)
            {
                ReadFiles(Paths.Literal(path) is { } file ? [file] : []);
            }
            else if (Read(item, out var problem) is { } video)
            {
                Take(video);
            }
            else
            {
                var name = (item.Properties["FullName"]?.Value ?? item.Properties["VideoId"]?.Value ?? item).ToString()!;
                WriteVideoError(new VideoError(
                    VideoErrorId.TemplateInvalid,
                    name,
                    $"'{name}' is no template and no niche: {problem}",
                    "Pipe the output of Get-VideoNiche or Get-VideoTemplate, or the rows of a CSV file of it."));
            }
        }
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

    private void Take(VideoNiche video)
    {
        if (IsWanted(video))
        {
            _videos.Add(video);
            OnVideo(video);
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
