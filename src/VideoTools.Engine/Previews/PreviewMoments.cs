// Method: a moment is worth as much as draws the eye inside of the window at it: the sum of the strengths of the subjects that
// Get-CropPath follows (what moves against the camera, stands out, or has detail; five samples a second), each by the share of it that the
// window holds, averaged over a second. The best moment is taken, then the best that keeps its distance, until there are enough; dark
// frames are passed over. Without samples the moments are spread evenly. Units: seconds. Cost: linear in the samples.
using VideoTools.Engine.Features.CropPath;

namespace VideoTools.Engine.Previews;

/// <summary>Chooses the frames on which a crop is shown.</summary>
internal static class PreviewMoments
{
    // Samples to each side that a moment is averaged with: about a second.
    private const int Around = 2;

    // Two moments of a crop lie at least this share of its range apart.
    private const double Distance = 1.0 / 6;

    /// <summary>The moments, in order of time; fewer than asked for where the range has no more frames.</summary>
    /// <param name="shot">The window and its range; a range without an end is the whole video.</param>
    /// <param name="samples">What draws the eye when, in order of time.</param>
    /// <param name="videoWidth">Width of the displayed video.</param>
    /// <param name="videoHeight">Height of the displayed video.</param>
    /// <param name="duration">Length of the video in seconds.</param>
    /// <param name="count">How many, at least 1.</param>
    public static IReadOnlyList<double> Choose(
        CropShot shot, IReadOnlyList<SaliencySample> samples, int videoWidth, int videoHeight, double duration, int count)
    {
        ArgumentNullException.ThrowIfNull(shot);
        ArgumentNullException.ThrowIfNull(samples);
        var start = shot.StartSeconds;
        var end = shot.EndSeconds > start ? shot.EndSeconds : Math.Max(duration, start);
        SaliencySample[] inside = [.. samples.Where(sample => sample.Seconds >= start && sample.Seconds < end)];
        if (inside.Length == 0)
        {
            return [.. Enumerable.Range(0, count).Select(i => start + ((end - start) * (i + 0.5) / count))];
        }

        var worth = Smooth([.. inside.Select(sample => Worth(shot, sample, videoWidth, videoHeight))]);
        List<double> chosen = [];
        foreach (var i in Enumerable.Range(0, inside.Length).OrderBy(i => inside[i].Bars.IsDark).ThenByDescending(i => worth[i]))
        {
            var moment = inside[i].Seconds;
            if (chosen.Count < count && chosen.TrueForAll(other => Math.Abs(other - moment) >= (end - start) * Distance))
            {
                chosen.Add(moment);
            }
        }

        chosen.Sort();
        return chosen;
    }

    /// <summary>How much draws the eye inside of the window at the moment of a sample.</summary>
    internal static double Worth(CropShot shot, SaliencySample sample, int videoWidth, int videoHeight)
    {
        var (x, y) = ShotWindow.Corner(shot, sample.Seconds);
        return sample.Subjects.Sum(subject =>
        {
            var held = Overlap(subject.Left, subject.Right, x / videoWidth, (x + shot.Width) / videoWidth)
                * Overlap(subject.Top, subject.Bottom, y / videoHeight, (y + shot.Height) / videoHeight);
            return subject.Strength * held;
        });
    }

    // The share of a range that lies in another one.
    private static double Overlap(double from, double to, double low, double high) =>
        to <= from ? 0 : Math.Clamp((Math.Min(to, high) - Math.Max(from, low)) / (to - from), 0, 1);

    private static double[] Smooth(double[] values) =>
    [
        .. values.Index().Select(value =>
            values[Math.Max(0, value.Index - Around)..Math.Min(values.Length, value.Index + Around + 1)].Average()),
    ];
}
