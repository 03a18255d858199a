// Method: the target is so many a minute. It is divided among the scenes by weight, length x (1/2 + 1/2 min(1, activity / median
// activity)), with largest remainders; every scene longer than 2 s gets at least one, the longest ones first where there are more than
// may be chosen.
// 1. Every scene, in order of time, gives its best frame that resembles none chosen before, of whatever scene.
// 2. A scene that may give more is divided into equal parts; every part without a frame gives its best one that resembles none.
// 3. Scenes without a frame give one, the longest first, while the target is not reached.
// 4. Where fewer than 80 % of the target came, the best of what is left fills up to there, as long as it resembles none and lies over a
//    second from each (half the mean distance, where that is less).
// So a shot that comes back gives no second picture, a still one gives one, and a scene's second half counts like its first. The best:
// by quality, halved inside of a gradual transition; of equals the earlier one.
// Cost: at worst every candidate against every chosen frame, mostly by two 64-bit hashes alone.
namespace VideoTools.Engine.Features.Frames;

/// <summary>Chooses good and different frames among candidates.</summary>
internal sealed class FrameSelector
{
    private const double LongSceneSeconds = 2;
    private const double Enough = 0.8;
    private const double LeastDistanceSeconds = 1;

    private readonly FrameLimits _limits;
    private readonly double _perMinute;
    private readonly Rational _timeBase;
    private readonly List<SceneFrames> _scenes;
    private readonly KeptFrames _kept;
    private readonly int _target;

    private FrameSelector(
        FrameLimits limits, double perMinute, Rational timeBase, IReadOnlyList<VideoScene> scenes, IReadOnlyList<FrameNote> notes)
    {
        (_limits, _perMinute, _timeBase) = (limits, perMinute, timeBase);
        _scenes = Group(scenes, notes);
        _kept = new KeptFrames(limits);
        _target = Target();
    }

    /// <summary>The chosen frames, in order of time.</summary>
    /// <param name="limits">How alike, how many.</param>
    /// <param name="perMinute">Frames a minute to aim at.</param>
    /// <param name="timeBase">Unit of the notes' times.</param>
    /// <param name="scenes">All scenes, in order of time.</param>
    /// <param name="notes">All candidates, in order of time.</param>
    public static IReadOnlyList<(FrameNote Note, int SceneIndex)> Select(
        FrameLimits limits, double perMinute, Rational timeBase, IReadOnlyList<VideoScene> scenes, IReadOnlyList<FrameNote> notes)
    {
        if (scenes.Count == 0 || notes.Count == 0)
        {
            return [];
        }

        var selector = new FrameSelector(limits, perMinute, timeBase, scenes, notes);
        selector.Divide();
        selector.TakeBest();
        selector.Spread();
        selector.Cover();
        selector.FillUp();
        return
        [
            .. selector._scenes
                .SelectMany(scene => scene.Kept.Select(note => (Note: note, scene.Scene.Index)))
                .OrderBy(pair => pair.Note.Frame),
        ];
    }

    private static List<SceneFrames> Group(IReadOnlyList<VideoScene> scenes, IReadOnlyList<FrameNote> notes)
    {
        var next = 0;
        var groups = new List<SceneFrames>(scenes.Count);
        foreach (var scene in scenes)
        {
            var first = next;
            while (next < notes.Count && notes[next].Frame < scene.EndFrame)
            {
                next++;
            }

            // A dissolve lies around the boundary: its first half is the end of the scene before.
            if (groups.Count > 0)
            {
                groups[^1].ClearEnd = Math.Min(groups[^1].ClearEnd, scene.TransitionStartSeconds);
            }

            groups.Add(new SceneFrames(scene, [.. notes.Skip(first).Take(next - first)]));
        }

        return groups;
    }

    private int Target()
    {
        var minutes = (_scenes[^1].Scene.EndSeconds - _scenes[0].Scene.StartSeconds) / 60;
        return (int)Math.Clamp(Math.Round(minutes * _perMinute), 1, _limits.MaximumCount);
    }

    private void Divide()
    {
        var usable = _scenes.Where(scene => scene.Notes.Count > 0).ToList();
        var median = usable.Select(scene => scene.Activity).Order().ElementAt(usable.Count / 2);
        var weights = usable.ConvertAll(scene =>
            scene.Scene.DurationSeconds * (0.5 + (0.5 * (median > 0 ? Math.Min(1, scene.Activity / median) : 1))));
        var total = Math.Max(weights.Sum(), double.Epsilon);
        var left = _target;
        foreach (var (i, scene) in usable.Index())
        {
            scene.Quota = Math.Min((int)(_target * weights[i] / total), scene.Notes.Count);
            left -= scene.Quota;
        }

        var byRemainder = usable.Index().OrderByDescending(pair => _target * weights[pair.Index] / total % 1).ThenBy(pair => pair.Index);
        foreach (var (_, scene) in byRemainder)
        {
            if (left > 0 && scene.Quota < scene.Notes.Count)
            {
                scene.Quota++;
                left--;
            }
        }

        foreach (var scene in usable.Where(scene => scene.Quota == 0 && scene.Scene.DurationSeconds >= LongSceneSeconds))
        {
            scene.Quota = 1;
        }
    }

    // Long scenes first, so that a limit leaves out the shortest.
    private void TakeBest()
    {
        var wanted = _scenes.Where(scene => scene.Quota > 0)
            .OrderByDescending(scene => scene.Scene.DurationSeconds)
            .ThenBy(scene => scene.Scene.Index)
            .Take(_limits.MaximumCount)
            .OrderBy(scene => scene.Scene.Index);
        foreach (var scene in wanted)
        {
            TryTake(scene, scene.Notes);
        }
    }

    private void Spread()
    {
        foreach (var scene in _scenes.Where(scene => scene.Quota > 1))
        {
            var taken = scene.Kept.Select(note => scene.SlotOf(note, scene.Quota)).ToHashSet();
            foreach (var slot in scene.Notes.GroupBy(note => scene.SlotOf(note, scene.Quota)).Where(slot => !taken.Contains(slot.Key)))
            {
                TryTake(scene, slot);
            }
        }
    }

    private void Cover()
    {
        var bare = _scenes.Where(scene => scene.Kept.Count == 0)
            .OrderByDescending(scene => scene.Scene.DurationSeconds)
            .ThenBy(scene => scene.Scene.Index);
        foreach (var scene in bare.TakeWhile(_ => _kept.Count < _target))
        {
            TryTake(scene, scene.Notes);
        }
    }

    private void FillUp()
    {
        var enough = (int)(_target * Enough);
        var distance = Math.Min(
            LeastDistanceSeconds, (_scenes[^1].Scene.EndSeconds - _scenes[0].Scene.StartSeconds) / _target / 2);
        var rest = _scenes
            .SelectMany(
                scene => scene.Notes.Except(scene.Kept),
                (scene, note) => (Scene: scene, Note: note, Score: scene.Score(note, _timeBase)))
            .OrderByDescending(item => item.Score)
            .ThenBy(item => item.Note.Frame);
        if (_kept.Count >= enough)
        {
            return;
        }

        var times = new SortedSet<double>(_scenes.SelectMany(scene => scene.Kept).Select(Seconds));
        foreach (var (scene, note, _) in rest)
        {
            var at = Seconds(note);
            if (times.GetViewBetween(at - distance, at + distance).Count == 0 && TryTake(scene, [note]))
            {
                times.Add(at);
                if (_kept.Count >= enough)
                {
                    return;
                }
            }
        }
    }

    private bool TryTake(SceneFrames scene, IEnumerable<FrameNote> notes)
    {
        if (_kept.IsFull)
        {
            return false;
        }

        var best = notes
            .OrderByDescending(note => scene.Score(note, _timeBase))
            .ThenBy(note => note.Frame)
            .FirstOrDefault(note => _kept.IsNew(note.Signature));
        if (best is null)
        {
            return false;
        }

        scene.Kept.Add(best);
        _kept.Add(best.Signature);
        return true;
    }

    private double Seconds(FrameNote note) => MediaTime.ToSeconds(note.Pts, _timeBase);
}
