namespace VideoTools.Engine.Features.Scenes;

/// <summary>Collects the scenes of one analyzer for another one, and sums them up.</summary>
internal sealed class SceneTimeline
{
    private readonly List<VideoScene> _scenes = [];

    /// <summary>Listens to an analyzer from now on.</summary>
    public SceneTimeline(SceneAnalyzer source)
    {
        ArgumentNullException.ThrowIfNull(source);
        source.SceneFound += _scenes.Add;
    }

    /// <summary>The scenes so far, in order.</summary>
    public IReadOnlyList<VideoScene> Scenes => _scenes;

    /// <summary>Transitions so far: cuts, dissolves, fades and wipes, without segment bounds that were only set.</summary>
    public int TransitionCount => _scenes.Count(scene => scene.Transition is not (TransitionKind.None or TransitionKind.Fixed));

    /// <summary>Mean scene length in seconds; 0 without scenes.</summary>
    public double MeanSeconds => _scenes.Count == 0 ? 0 : _scenes.Average(scene => scene.DurationSeconds);

    /// <summary>Upper median of the scene lengths in seconds (element n/2 of the sorted list); 0 without scenes.</summary>
    public double MedianSeconds => _scenes.Count == 0 ? 0 : _scenes.Select(scene => scene.DurationSeconds).Order().ElementAt(_scenes.Count / 2);

    /// <summary>Transitions a minute of video; 0 without scenes or without length.</summary>
    public double TransitionsPerMinute
    {
        get
        {
            var seconds = _scenes.Count == 0 ? 0 : _scenes[^1].EndSeconds - _scenes[0].StartSeconds;
            return seconds > 0 ? TransitionCount * 60.0 / seconds : 0;
        }
    }
}
