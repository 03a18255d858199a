using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>
/// Base of the cmdlets that work on measured videos: takes records, rows and files, and hands on one <see cref="VideoNiche"/> a video. What
/// cannot be read is one error, and the rest goes on.
/// </summary>
public abstract class NicheCmdlet : EngineCmdlet
{
    /// <summary>Name of the parameter set for the pipeline.</summary>
    internal const string InputSet = "InputObject";

    /// <summary>Name of the parameter set for files.</summary>
    internal const string PathSet = "Path";

    private const int ProgressId = 0x5655;

    private readonly ProgressGate _gate = new(TimeProvider.System);
    private readonly List<VideoNiche> _videos = [];
    private bool _isStopping;

    /// <summary>Niches, templates, rows of CSV files of either, or files of templates.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = InputSet)]
    public PSObject[] InputObject { get; set; } = [];

    /// <summary>Template files, CSV files, or directories of template files.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The videos so far.</summary>
    private protected IReadOnlyList<VideoNiche> Videos => _videos;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == PathSet)
        {
            ReadFiles(Path.SelectMany(Expand));
            return;
        }

        foreach (var item in InputObject)
        {
            if (VideoNicheSource.GetPath(item) is { } path)
            {
                ReadFiles(FilesOf(SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)));
            }
            else if (VideoNicheSource.Read(item, Engine.Niches, out var problem) is { } video)
            {
                Take(video);
            }
            else
            {
                var name = item.Properties["FullName"]?.Value?.ToString() ?? item.Properties["VideoId"]?.Value?.ToString() ?? item.ToString();
                WriteVideoError(new VideoError(
                    VideoErrorId.TemplateInvalid,
                    name,
                    $"'{name}' is no template and no niche: {problem}",
                    "Pipe the output of Get-VideoNiche or Get-VideoTemplate, or the rows of a CSV file of it."));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_gate.HasReported)
        {
            WriteProgress(new ProgressRecord(ProgressId, MyInvocation.MyCommand.Name, "done") { RecordType = ProgressRecordType.Completed });
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _isStopping = true;

    /// <summary>Called for every video that is to be counted.</summary>
    private protected virtual void OnVideo(VideoNiche video)
    {
    }

    /// <summary>True for videos to be counted.</summary>
    private protected virtual bool IsWanted(VideoNiche video) => true;

    private void Take(VideoNiche video)
    {
        if (IsWanted(video))
        {
            _videos.Add(video);
            OnVideo(video);
        }
    }

    private void ReadFiles(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            if (_isStopping)
            {
                return;
            }

            foreach (var video in Engine.Niches.ReadFile(file, WriteVideoError))
            {
                Take(video);
            }

            if (_gate.TryPass())
            {
                var status = FormattableString.Invariant($"{_videos.Count} videos, {System.IO.Path.GetFileName(file)}");
                WriteProgress(new ProgressRecord(ProgressId, MyInvocation.MyCommand.Name, status));
            }
        }
    }

    private IEnumerable<string> Expand(string pattern)
    {
        var matches = new List<string>();
        try
        {
            matches.AddRange(SessionState.Path.GetResolvedProviderPathFromPSPath(pattern, out var provider));
            if (provider.Name != PathResolver.FileSystemProvider)
            {
                WriteVideoError(new VideoError(
                    VideoErrorId.NotAFile, pattern, $"'{pattern}' belongs to the provider {provider.Name}.", "Give the path of a file or directory."));
                return [];
            }
        }
        catch (ItemNotFoundException)
        {
            // Reported below, like a pattern that matches nothing.
        }

        if (matches.Count == 0)
        {
            WriteVideoError(new VideoError(VideoErrorId.FileNotFound, pattern, $"Nothing matches '{pattern}'.", "Correct the path."));
        }

        return matches.SelectMany(FilesOf);
    }

    private IReadOnlyList<string> FilesOf(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var files = Engine.Niches.FindTemplateFiles(path);
        if (files.Count == 0)
        {
            WriteVideoError(new VideoError(
                VideoErrorId.FileNotFound, path, $"'{path}' holds no *_template.json.", "Write some with Get-VideoTemplate -OutputDirectory."));
        }

        return files;
    }
}
