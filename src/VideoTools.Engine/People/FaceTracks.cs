// Faces, reduced to tracks.
// Method: the faces of a track are one person (the tracker says so), and their mean is surer than each. A face counts by its quality
// (detection, frontality, place), its size up to FullSize pixels and its sharpness up to FullSharpness: turned, small and blurred faces
// have embeddings that say little. A track counts as the root of what its faces count: they are much alike, so that the hundredth adds
// little. Tracks come in the order of path, time and number, whatever order the faces had.
namespace VideoTools.Engine.People;

/// <summary>Makes tracks of faces.</summary>
internal static class FaceTracks
{
    private const double LeastFactor = 0.2;
    private const double FullSize = 80;
    private const double FullSharpness = 50;

    /// <summary>The tracks of the faces that have an embedding.</summary>
    /// <exception cref="ArgumentException">Embeddings differ in length.</exception>
    public static IReadOnlyList<FaceTrack> Of(IEnumerable<VideoFace> faces) =>
    [
        .. faces.Where(face => face.Embedding.Count > 0)
            .GroupBy(face => (face.FullName, face.TrackId))
            .Select(group => Make([.. group.OrderBy(face => face.Seconds).ThenBy(face => face.Frame).ThenBy(face => face.FaceIndex)]))
            .OrderBy(track => track.FullName, StringComparer.Ordinal)
            .ThenBy(track => track.Faces[0].Seconds)
            .ThenBy(track => track.TrackId),
    ];

    /// <summary>Pairs of tracks that share a frame: one person is not there twice.</summary>
    public static IEnumerable<(int A, int B)> Apart(IReadOnlyList<FaceTrack> tracks) =>
        from frame in tracks.SelectMany((track, i) => track.Faces.Select(face => (Track: i, face.FullName, face.Frame, face.Seconds)))
            .GroupBy(face => (face.FullName, face.Frame, face.Seconds), face => face.Track)
        let shown = frame.Distinct().ToArray()
        from a in shown
        from b in shown
        where a < b
        select (a, b);

    /// <summary>The embedding as a vector of length 1.</summary>
    public static float[] Unit(IEnumerable<double> values)
    {
        double[] vector = [.. values];
        var length = Math.Sqrt(vector.Sum(value => value * value));
        return Array.ConvertAll(vector, value => (float)(length > 0 ? value / length : 0));
    }

    private static FaceTrack Make(VideoFace[] faces)
    {
        var sum = new double[faces[0].Embedding.Count];
        var total = 0.0;
        foreach (var face in faces)
        {
            if (face.Embedding.Count != sum.Length)
            {
                throw new ArgumentException(
                    $"The embeddings of '{face.FullName}' differ in length: {sum.Length} and {face.Embedding.Count}.");
            }

            var weight = Weight(face);
            var unit = Unit(face.Embedding);
            total += weight;
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += weight * unit[i];
            }
        }

        return new FaceTrack(faces[0].FullName, faces[0].TrackId, faces, Unit(sum), Math.Sqrt(total));
    }

    private static double Weight(VideoFace face) =>
        Math.Clamp(face.Quality, LeastFactor, 1)
        * Math.Clamp(Math.Min(face.Width, face.Height) / FullSize, LeastFactor, 1)
        * Math.Clamp(face.Sharpness / FullSharpness, LeastFactor, 1);
}
