namespace VideoTools.Engine.Features.Scenes;

/// <summary>Questions to, and changes of, finished scene lists. Lists are in order of time and without gaps.</summary>
internal static class SceneEditing
{
    /// <summary>A time so close to the end of the last scene still belongs to it: players round.</summary>
    private static readonly TimeSpan EndTolerance = TimeSpan.FromMilliseconds(1);

    /// <summary>The scene shown at a time (start &lt;= time &lt; end; within 1 ms of the last end: the last scene), or null.</summary>
    public static VideoScene? SceneAtTime(IReadOnlyList<VideoScene> scenes, TimeSpan time)
    {
        ArgumentNullException.ThrowIfNull(scenes);
        int low = 0, high = scenes.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (time < scenes[middle].Start)
            {
                high = middle - 1;
            }
            else if (time >= scenes[middle].End)
            {
                low = middle + 1;
            }
            else
            {
                return scenes[middle];
            }
        }

        return scenes.Count > 0 && (time - scenes[^1].End).Duration() <= EndTolerance ? scenes[^1] : null;
    }

    /// <summary>The scenes that last at least <paramref name="minimum"/>, numbered anew from 1.</summary>
    public static IReadOnlyList<VideoScene> FilterShort(IEnumerable<VideoScene> scenes, TimeSpan minimum)
    {
        ArgumentNullException.ThrowIfNull(scenes);
        return [.. scenes.Where(scene => scene.Duration >= minimum).Select((scene, i) => scene with { Index = i + 1 })];
    }

    /// <summary>
    /// Joins each scene shorter than <paramref name="minimum"/> with the following one, the last one with the one before; a lone
    /// scene stays. Numbered anew from 1.
    /// </summary>
    public static IReadOnlyList<VideoScene> MergeShort(IEnumerable<VideoScene> scenes, TimeSpan minimum)
    {
        ArgumentNullException.ThrowIfNull(scenes);
        var merged = new List<VideoScene>();
        var pendingShort = false;
        foreach (var scene in scenes)
        {
            if (pendingShort)
            {
                merged[^1] = Join(merged[^1], scene);
            }
            else
            {
                merged.Add(scene);
            }

            pendingShort = merged[^1].Duration < minimum;
        }

        if (pendingShort && merged.Count > 1)
        {
            merged[^2] = Join(merged[^2], merged[^1]);
            merged.RemoveAt(merged.Count - 1);
        }

        return [.. merged.Select((scene, i) => scene with { Index = i + 1 })];
    }

    /// <summary>Two neighbours as one scene: the transition into the first, the larger score, the worse status.</summary>
    internal static VideoScene Join(VideoScene first, VideoScene second) => first with
    {
        End = second.End,
        EndSeconds = second.EndSeconds,
        DurationSeconds = second.EndSeconds - first.StartSeconds,
        EndFrame = second.EndFrame,
        Score = Math.Max(first.Score, second.Score),
        Status = first.Status > second.Status ? first.Status : second.Status,
    };
}
