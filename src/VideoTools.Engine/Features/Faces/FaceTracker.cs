// Method: from picture to picture of a scene each pair of track and face that may belong together gets a score, the cosine of the
// embeddings plus the intersection over union of the boxes; the best pairs win, one by one. A pair may belong together when the faces are
// alike (cosine from AlikeCosine on, sizes within a factor of three), or when one lies where the other was and they are not plainly two
// people. A track without a face for PatienceSeconds ends; with the scene all end. Each track is compared by its last face. Ties go to
// the older track, then to the larger face. Cost: tracks times faces, 128 products each.
namespace VideoTools.Engine.Features.Faces;

/// <summary>Follows faces from picture to picture.</summary>
internal sealed class FaceTracker
{
    private const double PatienceSeconds = 2.2;
    private const double AlikeCosine = 0.35;
    private const double StrangerCosine = 0.05;
    private const double SamePlace = 0.25;
    private const double LargestGrowth = 3;

    private readonly List<Track> _tracks = [];
    private int _count;
    private int _scene = -1;

    private sealed record Track(int Id, FaceFinding Face, double Seconds);

    /// <summary>Gives each face of a picture the number of its track.</summary>
    /// <param name="scene">Number of the scene.</param>
    /// <param name="seconds">Time of the picture, not before the last one's.</param>
    /// <param name="faces">Its faces.</param>
    /// <param name="longestGap">Seconds between two pictures: so long a track waits at least.</param>
    public int[] Follow(int scene, double seconds, IReadOnlyList<FaceFinding> faces, double longestGap)
    {
        if (scene != _scene)
        {
            _tracks.Clear();
            _scene = scene;
        }

        var patience = Math.Max(PatienceSeconds, 1.5 * longestGap);
        _tracks.RemoveAll(track => seconds - track.Seconds > patience);
        var pairs = _tracks
            .SelectMany((track, t) => faces.Select((face, f) => (Track: t, Face: f, Score: Score(track.Face, face))))
            .Where(pair => pair.Score is not null)
            .OrderByDescending(pair => pair.Score)
            .ThenBy(pair => _tracks[pair.Track].Id)
            .ThenBy(pair => pair.Face);
        var ids = new int[faces.Count];
        var taken = new HashSet<int>();
        foreach (var (track, face, _) in pairs)
        {
            if (ids[face] == 0 && taken.Add(track))
            {
                ids[face] = _tracks[track].Id;
                _tracks[track] = new Track(ids[face], faces[face], seconds);
            }
        }

        for (var face = 0; face < ids.Length; face++)
        {
            if (ids[face] == 0)
            {
                ids[face] = ++_count;
                _tracks.Add(new Track(ids[face], faces[face], seconds));
            }
        }

        return ids;
    }

    private static double? Score(FaceFinding before, FaceFinding now)
    {
        var overlap = before.Detection.Overlap(now.Detection);
        var likeness = before.Likeness(now);
        var growth = now.Detection.Height / Math.Max(1e-9, before.Detection.Height);
        var isKnown = before.Embedding.Count > 0 && now.Embedding.Count > 0;
        var isAlike = isKnown && likeness >= AlikeCosine && growth is > 1 / LargestGrowth and < LargestGrowth;
        var isInPlace = overlap >= SamePlace && (!isKnown || likeness >= StrangerCosine);
        return isAlike || isInPlace ? likeness + overlap : null;
    }
}
