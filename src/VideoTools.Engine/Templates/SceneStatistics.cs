namespace VideoTools.Engine.Templates;

/// <summary>How a video is cut, in numbers.</summary>
/// <param name="Count">Scenes.</param>
/// <param name="MeanSeconds">Mean length; 0 without scenes.</param>
/// <param name="MedianSeconds">Median length, the mean of the middle two for an even count; 0 without scenes.</param>
/// <param name="CutsPerMinute">Transitions a minute; 0 for a video without length.</param>
internal sealed record SceneStatistics(int Count, double MeanSeconds, double MedianSeconds, double CutsPerMinute)
{
    /// <summary>Computes the numbers.</summary>
    /// <param name="scenes">The scenes of one video in order.</param>
    /// <param name="durationSeconds">Length of the video.</param>
    public static SceneStatistics Of(IReadOnlyList<VideoScene> scenes, double durationSeconds)
    {
        if (scenes.Count == 0)
        {
            return new SceneStatistics(0, 0, 0, 0);
        }

        double[] lengths = [.. scenes.Select(s => s.DurationSeconds).Order()];
        var middle = lengths.Length / 2;
        var median = lengths.Length % 2 == 1 ? lengths[middle] : (lengths[middle - 1] + lengths[middle]) / 2;

        // Segments of fixed length were set, not seen: between them is no transition.
        var transitions = scenes.Skip(1).Count(s => s.Transition != TransitionKind.Fixed);
        var perMinute = durationSeconds > 0 ? transitions / durationSeconds * 60 : 0;
        return new SceneStatistics(lengths.Length, lengths.Average(), median, perMinute);
    }
}
