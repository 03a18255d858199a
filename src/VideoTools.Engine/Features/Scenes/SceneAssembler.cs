using VideoTools.Engine.Media.Decoding;

namespace VideoTools.Engine.Features.Scenes;

/// <summary>Makes scenes of boundaries: numbers, exact times, short scenes merged, fixed segments where nothing was found.</summary>
// Times come from the frames' PTS, so they are exact at variable frame rates too. Memory: two pending scenes, plus one stamp per
// FallbackLength while no boundary has been found.
internal sealed class SceneAssembler(VideoInfo info, SceneOptions options, Action<VideoScene> publish)
{
    /// <summary>Scenes shorter than this are merged when the options ask for it and name no length.</summary>
    private static readonly TimeSpan DefaultMergeLength = TimeSpan.FromSeconds(0.5);

    private readonly TimeSpan _mergeBelow = options.MergeShort ? options.MinimumLength ?? DefaultMergeLength : TimeSpan.Zero;
    private readonly List<FrameStamp> _segmentStarts = [];
    private Rational _timeBase = new(1, 1);
    private FrameStamp _last;
    private Opening? _open;
    private VideoScene? _held;
    private VideoScene? _short;
    private bool _anyBoundary;
    private int _index;

    public void OnFrame(VideoFrame frame)
    {
        var stamp = FrameStamp.Of(frame);
        if (_open is null)
        {
            _timeBase = frame.TimeBase;
            _open = new Opening(stamp, TransitionKind.None, stamp, stamp, 0, 1);
        }

        _last = stamp;
        if (!_anyBoundary && options.FallbackLength is { Ticks: > 0 } length)
        {
            var position = MediaTime.ToTimeSpan(stamp.Pts - _open.Value.Frame.Pts, _timeBase);
            if (position.Ticks / length.Ticks >= _segmentStarts.Count)
            {
                _segmentStarts.Add(stamp);
            }
        }
    }

    public void OnBoundary(SceneBoundary boundary)
    {
        if (_open is not { } open || boundary.Frame.Index <= open.Frame.Index)
        {
            return;
        }

        _anyBoundary = true;
        _segmentStarts.Clear();
        Close(open, boundary.Frame, RecordStatus.Ok);
        _open = new Opening(
            boundary.Frame, boundary.Kind, boundary.TransitionStart, boundary.TransitionEnd, boundary.Score, boundary.Confidence);
    }

    public void Complete(DecodeSummary summary)
    {
        if (_open is not { } open)
        {
            return;
        }

        var end = new FrameStamp(_last.Index + 1, EndPts(summary));
        for (var i = 1; i < _segmentStarts.Count; i++)
        {
            Close(open, _segmentStarts[i], summary.Status);
            open = new Opening(_segmentStarts[i], TransitionKind.Fixed, _segmentStarts[i], _segmentStarts[i], 0, 0);
        }

        Close(open, end, summary.Status);
        if (_short is { } rest)
        {
            _held = _held is { } previous ? Join(previous, rest) : rest;
        }

        if (_held is { } held)
        {
            Publish(held);
        }
    }

    private long EndPts(DecodeSummary summary)
    {
        var end = summary.TimeBase == _timeBase
            ? summary.EndPts
            : MediaTime.ToPts(summary.End, _timeBase);
        return Math.Max(end, _last.Pts);
    }

    private void Close(Opening open, FrameStamp end, RecordStatus status)
    {
        var scene = Make(open, end, status);
        if (_mergeBelow <= TimeSpan.Zero)
        {
            Publish(scene);
            return;
        }

        if (_short is { } before)
        {
            scene = Join(before, scene);
        }

        if (scene.Duration < _mergeBelow)
        {
            _short = scene;
            return;
        }

        // Only now the scene before is safe from a short rest at the end, which would join it.
        if (_held is { } held)
        {
            Publish(held);
        }

        (_held, _short) = (scene, null);
    }

    /// <summary>Two neighbours as one scene: the transition into the first, the larger score, the worse status.</summary>
    private static VideoScene Join(VideoScene first, VideoScene second) => first with
    {
        End = second.End,
        EndSeconds = second.EndSeconds,
        DurationSeconds = second.EndSeconds - first.StartSeconds,
        EndFrame = second.EndFrame,
        Score = Math.Max(first.Score, second.Score),
        Status = first.Status > second.Status ? first.Status : second.Status,
    };

    private void Publish(VideoScene scene) => publish(scene with { Index = ++_index });

    private VideoScene Make(Opening open, FrameStamp end, RecordStatus status) => new()
    {
        FullName = info.FullName,
        Index = 0,
        Start = MediaTime.ToTimeSpan(open.Frame.Pts, _timeBase),
        End = MediaTime.ToTimeSpan(end.Pts, _timeBase),
        StartSeconds = MediaTime.ToSeconds(open.Frame.Pts, _timeBase),
        EndSeconds = MediaTime.ToSeconds(end.Pts, _timeBase),
        DurationSeconds = MediaTime.ToSeconds(end.Pts - open.Frame.Pts, _timeBase),
        StartFrame = open.Frame.Index,
        EndFrame = end.Index,
        Transition = open.Kind,
        TransitionStartSeconds = MediaTime.ToSeconds(open.TransitionStart.Pts, _timeBase),
        TransitionEndSeconds = MediaTime.ToSeconds(open.TransitionEnd.Pts, _timeBase),
        Score = open.Score,
        Confidence = open.Confidence,
        Detector = options.Detector,
        FrameRate = info.FrameRate ?? default,
        Status = status,
    };

    private readonly record struct Opening(
        FrameStamp Frame, TransitionKind Kind, FrameStamp TransitionStart, FrameStamp TransitionEnd, double Score, double Confidence);
}
