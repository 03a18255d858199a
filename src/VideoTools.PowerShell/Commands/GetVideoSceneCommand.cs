using System.Management.Automation;

namespace VideoTools.PowerShell;

/// <summary>Get-VideoScene: the scenes of a video, each as soon as its end is known.</summary>
[Cmdlet(VerbsCommon.Get, "VideoScene", DefaultParameterSetName = PathSet)]
[OutputType(typeof(VideoScene))]
public sealed class GetVideoSceneCommand : RangedCmdlet
{
    private readonly SortedDictionary<int, string> _unanswered = [];

    /// <summary>Which detector decides.</summary>
    [Parameter]
    public SceneDetector Detector { get; set; }

    /// <summary>The detector's threshold in its own unit.</summary>
    [Parameter]
    [FlexibleNumber]
    public double? Threshold { get; set; }

    /// <summary>Transitions closer than this to the one before are not reported.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan? MinimumLength { get; set; }

    /// <summary>Merges scenes shorter than MinimumLength into a neighbour.</summary>
    [Parameter]
    public SwitchParameter MergeShort { get; set; }

    /// <summary>Where no transition is found: cuts into segments of this length.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan? FallbackLength { get; set; }

    /// <summary>Gives only the scene that is shown at this time.</summary>
    [Parameter]
    [FlexibleTime]
    public TimeSpan? At { get; set; }

    private protected override bool HasEnough => At is not null && _unanswered.Count == 0;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        foreach (var fullName in Stopping ? [] : _unanswered.Values.ToArray())
        {
            WriteVideoError(new VideoError(
                VideoErrorId.RangeOutsideVideo,
                fullName,
                $"'{fullName}' has no scene at {TimeText.Format(At!.Value)}.",
                "Give a time from the start of the video to its end (see Get-VideoInfo)."));
        }
    }

    private protected override VideoRequest CreateRequest(EngineOptions options) => new AnalysisRequest(new SceneOptions
    {
        Detector = Detector,
        Threshold = Threshold,
        MinimumLength = MinimumLength,
        MergeShort = MergeShort,
        FallbackLength = FallbackLength,
    }) { Engine = options };

    private protected override IEnumerable<VideoInput> CreateInputs(string fullName)
    {
        if (At is not null)
        {
            _unanswered.Add(InputCount, fullName);
        }

        return base.CreateInputs(fullName);
    }

    private protected override void OnRecord(RecordEvent record)
    {
        if (At is null)
        {
            base.OnRecord(record);
        }
        else if (record.Record is VideoScene scene && scene.Start <= At && At < scene.End)
        {
            _unanswered.Remove(record.InputIndex);
            base.OnRecord(record);
        }
    }

    private protected override void OnFailure(FailureEvent failure)
    {
        _unanswered.Remove(failure.InputIndex);
        base.OnFailure(failure);
    }
}
