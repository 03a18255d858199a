// Method: the cuts of a video in equal parts of its length, each as cuts a minute: what an editor calls the rhythm of a video, comparable
// between videos of different lengths. Units: cuts a minute. Cost: one pass over the scene starts.
namespace VideoTools.Engine.Reporting;

/// <summary>How the rate of cuts changes along a video.</summary>
internal static class CutRate
{
    /// <summary>Parts that a video is divided into.</summary>
    public const int Parts = 10;

    /// <summary>Cuts a minute in each tenth of the video; null without scenes or length.</summary>
    public static double[]? Of(VideoNiche video)
    {
        if (video.SceneStarts is not { Count: > 0 } starts || video.DurationSeconds is not (> 0 and { } duration))
        {
            return null;
        }

        var rate = new double[Parts];
        foreach (var start in starts.Skip(1))
        {
            var part = (int)Math.Clamp((start - starts[0]) / duration * Parts, 0, Parts - 1);
            rate[part] += 60 * Parts / duration;
        }

        return rate;
    }
}
