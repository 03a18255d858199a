using VideoTools.TestMedia.Scenes;

namespace VideoTools.TestMedia.Scoring;

/// <summary>
/// Scores detected boundaries against the truth.
/// <para>Rule. Every true transition and every detection is used once at most.</para>
/// <list type="number">
/// <item>A hard cut matches a detection whose frame is at most 2 frames away; the nearest pairs are matched first.</item>
/// <item>A gradual transition matches a detection whose time lies within [first frame - 0.25 s, last frame + 0.25 s]; of several, the one
/// nearest to its middle. The others are false alarms: reporting one dissolve twice is an error.</item>
/// <item>A detection left over is a false alarm, unless it lies in one of the clip's ignored ranges (2 frames wider at both ends).</item>
/// <item>"Hard" counts cuts only; detections matched to a gradual transition are left out of it. "All" counts everything.</item>
/// </list>
/// <para>The kind that a detector names plays no part in matching; it is counted beside it.</para>
/// </summary>
public static class SceneScorer
{
    /// <summary>Largest distance of a cut, in frames.</summary>
    public const int CutTolerance = 2;

    /// <summary>Widening of a gradual transition, in seconds.</summary>
    public const double GradualTolerance = 0.25;

    /// <summary>Scores one clip.</summary>
    public static SceneScore Score(SceneClip clip, IReadOnlyList<SceneDetection> detections)
    {
        var cuts = clip.Transitions.Where(t => t.IsCut).ToArray();
        var gradual = clip.Transitions.Where(t => !t.IsCut).ToArray();
        var matches = new Dictionary<SceneTransition, SceneDetection>();
        var used = new HashSet<int>();
        Match(cuts, detections, used, matches, CutDistance);
        var hitCuts = matches.Count;
        Match(gradual, detections, used, matches, GradualDistance);

        var falseAlarms = detections.Where((d, i) => !used.Contains(i) && !IsIgnored(clip, d)).ToArray();
        var named = matches.Where(m => m.Value.Kind is not null).ToArray();
        return new SceneScore
        {
            Hard = new Tally(hitCuts, falseAlarms.Length, cuts.Length - hitCuts),
            All = new Tally(matches.Count, falseAlarms.Length, clip.Transitions.Count - matches.Count),
            ExactCuts = matches.Count(m => m.Key.IsCut && m.Key.FirstFrame == m.Value.Frame),
            Kinds = (named.Length, named.Count(m => m.Key.Kind == m.Value.Kind)),
            Right = [.. matches.Values],
            Missed = [.. clip.Transitions.Where(t => !matches.ContainsKey(t))],
            FalseAlarms = falseAlarms,
        };
    }

    private static double? CutDistance(SceneTransition truth, SceneDetection detection)
    {
        var distance = Math.Abs(detection.Frame - truth.FirstFrame);
        return distance <= CutTolerance ? distance : null;
    }

    private static double? GradualDistance(SceneTransition truth, SceneDetection detection)
    {
        // A hair of slack for times that were rounded on their way (1 ms).
        var inside = detection.Seconds >= truth.StartSeconds - GradualTolerance - 0.001 && detection.Seconds <= truth.EndSeconds + GradualTolerance + 0.001;
        return inside ? Math.Abs(detection.Seconds - ((truth.StartSeconds + truth.EndSeconds) / 2)) : null;
    }

    private static void Match(
        SceneTransition[] truth,
        IReadOnlyList<SceneDetection> detections,
        HashSet<int> used,
        Dictionary<SceneTransition, SceneDetection> matches,
        Func<SceneTransition, SceneDetection, double?> distance)
    {
        var pairs = new List<(double Distance, int Truth, int Detection)>();
        for (var t = 0; t < truth.Length; t++)
        {
            for (var d = 0; d < detections.Count; d++)
            {
                if (!used.Contains(d) && distance(truth[t], detections[d]) is { } value)
                {
                    pairs.Add((value, t, d));
                }
            }
        }

        pairs.Sort();
        foreach (var (_, t, d) in pairs)
        {
            if (!matches.ContainsKey(truth[t]) && used.Add(d))
            {
                matches.Add(truth[t], detections[d]);
            }
        }
    }

    private static bool IsIgnored(SceneClip clip, SceneDetection detection) =>
        clip.Ignored.Any(range => detection.Frame >= range.First - CutTolerance && detection.Frame <= range.Last + CutTolerance);
}
