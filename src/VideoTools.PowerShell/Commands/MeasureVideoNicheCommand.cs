namespace VideoTools.PowerShell;

/// <summary>Measure-VideoNiche: what the videos of each niche have in common, or groups of videos that are alike.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "VideoNiche", DefaultParameterSetName = InputSet, SupportsShouldProcess = true,
    HelpUri = ProjectAddress.Help + "Measure-VideoNiche.md")]
[OutputType(typeof(NicheStatistic), typeof(NicheCluster))]
public sealed class MeasureVideoNicheCommand : NicheCmdlet
{
    private INicheAccumulator? _accumulator;
    private string? _output;
    private string? _root;

    /// <summary>Level of the taxonomy: 1 category, 2 subcategory, 3 micro-niche.</summary>
    [Parameter]
    [ValidateRange(1, 3)]
    public int Level { get; set; } = 1;

    /// <summary>Only videos of these niches.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NicheCompleter))]
    public string[]? Niche { get; set; }

    /// <summary>Gives the niche of every video as it comes in, too.</summary>
    [Parameter]
    public SwitchParameter Incremental { get; set; }

    /// <summary>Gives groups of videos that are alike instead of niches.</summary>
    [Parameter]
    public SwitchParameter Cluster { get; set; }

    /// <summary>Number of groups; without it the silhouette chooses.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int ClusterCount { get; set; }

    /// <summary>Directory for template_insights.json and video_classifications.csv; without it nothing is written.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputDirectory { get; set; }

    /// <summary>Directory that relative paths in the CSV file start from.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? VideoDirectory { get; set; }

    /// <summary>Overwrites files that exist and hold something else.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Incremental && (Cluster || ClusterCount > 0))
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException(
                    "-Incremental shows niches as they grow; groups are only known at the end. Leave out -Cluster or -Incremental."),
                InvalidOptionId,
                ErrorCategory.InvalidArgument,
                null));
        }

        _output = ResolvePath(OutputDirectory);
        _root = ResolvePath(VideoDirectory);
        _accumulator = Engine.Niches.CreateAccumulator(Level);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (AllVideos.Any())
        {
            Array.ForEach(Niche ?? [], niche => IsKnown(niche));
        }

        var statistics = _accumulator!.GetAll(isFinal: true);
        if (_output is not null)
        {
            Save(statistics, _output);
        }

        if (Cluster || ClusterCount > 0)
        {
            var options = new NicheClusterOptions { ClusterCount = ClusterCount > 0 ? ClusterCount : null, Level = Level };
            WriteObject(Checked(() => Engine.Niches.Cluster(Videos, options)), enumerateCollection: true);
        }
        else
        {
            WriteObject(statistics, enumerateCollection: true);
        }
    }

    private protected override bool IsWanted(VideoNiche video) => Niche is null || Niche.Any(n => Engine.Niches.IsOf(video, n));

    private protected override void OnVideo(VideoNiche video)
    {
        var niche = _accumulator!.Add(video);
        if (Incremental)
        {
            WriteObject(_accumulator.Get(niche, isFinal: false));
        }
    }

    private void Save(IReadOnlyList<NicheStatistic> statistics, string directory)
    {
        var options = new NicheOutputOptions { Directory = directory, VideoDirectory = _root, Force = Force };
        var paths = string.Join(", ", Engine.Niches.Output.GetPaths(directory, hasStatistics: true));
        Save(paths, "Write insights", () => Engine.Niches.Output.Save(Videos, statistics, options));
    }
}
