// How long a person is shown.
// Method: a track covers its first to its last face and one interval more; overlapping tracks of a person (two pictures in one) count
// once. The interval of a file is the median distance of neighbouring faces in its tracks, the default of the faces where no track has
// two. A file whose faces all stand at 0 is a picture and has no time. Units: seconds.
namespace VideoTools.Engine.People;

/// <summary>Time on the screen.</summary>
internal static class ScreenTime
{
    /// <summary>The interval between faces of every file; 0 for pictures.</summary>
    public static IReadOnlyDictionary<string, double> Intervals(IReadOnlyList<FaceTrack> tracks) => tracks
        .GroupBy(track => track.FullName, StringComparer.Ordinal)
        .ToDictionary(file => file.Key, Interval, StringComparer.Ordinal);

    /// <summary>Seconds that the tracks of a person cover.</summary>
    public static double Of(IEnumerable<FaceTrack> tracks, IReadOnlyDictionary<string, double> intervals)
    {
        var total = 0.0;
        foreach (var file in tracks.GroupBy(track => track.FullName, StringComparer.Ordinal))
        {
            var end = double.NegativeInfinity;
            foreach (var track in file.Where(_ => intervals[file.Key] > 0).OrderBy(track => track.Faces[0].Seconds))
            {
                var (from, to) = (track.Faces[0].Seconds, track.Faces[^1].Seconds + intervals[file.Key]);
                total += Math.Max(0, to - Math.Max(from, end));
                end = Math.Max(end, to);
            }
        }

        return total;
    }

    private static double Interval(IEnumerable<FaceTrack> file)
    {
        var steps = file.SelectMany(track => track.Faces.Zip(track.Faces.Skip(1), (a, b) => b.Seconds - a.Seconds))
            .Where(step => step > 0).Order().ToArray();
        return steps.Length > 0 ? steps[steps.Length / 2]
            : file.All(track => track.Faces[^1].Seconds == 0) ? 0
            : new FaceOptions().Interval;
    }
}
