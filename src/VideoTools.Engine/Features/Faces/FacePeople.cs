// Method: a quick count of people, not their grouping. Each track that was seen Looks times or more stands for itself by the mean of its
// embeddings (the best half by composite score); in order of length a track joins the person whose first track it resembles
// (cosine from SamePerson on), or is a new one. Compared with first tracks only, so that likenesses do not chain. Ties by track number.
// Units: cosine. Cost: tracks times people, 128 products each.
namespace VideoTools.Engine.Features.Faces;

/// <summary>How many people faces belong to.</summary>
internal static class FacePeople
{
    private const double SamePerson = 0.36;
    private const int Looks = 2;

    /// <summary>Counts the people of a video.</summary>
    /// <param name="faces">Its faces.</param>
    public static int Count(IEnumerable<VideoFace> faces)
    {
        var tracks = faces.Where(f => f.Embedding.Count > 0)
            .GroupBy(f => f.TrackId)
            .Where(track => track.Count() >= Looks)
            .OrderByDescending(track => track.Count())
            .ThenBy(track => track.Key);
        List<double[]> people = [];
        foreach (var track in tracks)
        {
            var own = Mean(track.OrderByDescending(f => f.CompositeScore).ThenBy(f => f.Seconds).Take((track.Count() + 1) / 2));
            if (!people.Exists(person => Cosine(person, own) >= SamePerson))
            {
                people.Add(own);
            }
        }

        return people.Count;
    }

    private static double[] Mean(IEnumerable<VideoFace> faces)
    {
        double[]? sum = null;
        foreach (var face in faces)
        {
            sum ??= new double[face.Embedding.Count];
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += face.Embedding[i];
            }
        }

        var length = Math.Sqrt(sum!.Sum(v => v * v));
        return length > 0 ? Array.ConvertAll(sum!, v => v / length) : sum!;
    }

    private static double Cosine(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
