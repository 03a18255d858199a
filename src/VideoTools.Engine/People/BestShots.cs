namespace VideoTools.Engine.People;

/// <summary>The best faces of a person, apart in time.</summary>
internal static class BestShots
{
    /// <summary>Chooses faces: the highest composite score first, ties by path, time and size in the frame.</summary>
    /// <param name="faces">Faces of one person.</param>
    /// <param name="count">Most to choose.</param>
    /// <param name="gap">Least seconds between two of one video.</param>
    public static IReadOnlyList<VideoFace> Choose(IEnumerable<VideoFace> faces, int count, double gap)
    {
        List<VideoFace> chosen = [];
        foreach (var face in Sorted(faces))
        {
            if (chosen.Count == count)
            {
                break;
            }

            if (chosen.All(other => other.FullName != face.FullName || Math.Abs(other.Seconds - face.Seconds) >= gap))
            {
                chosen.Add(face);
            }
        }

        return chosen;
    }

    /// <summary>The best face.</summary>
    public static VideoFace First(IEnumerable<VideoFace> faces) => Sorted(faces).First();

    private static IEnumerable<VideoFace> Sorted(IEnumerable<VideoFace> faces) => faces
        .OrderByDescending(face => face.CompositeScore)
        .ThenBy(face => face.FullName, StringComparer.Ordinal)
        .ThenBy(face => face.Seconds)
        .ThenBy(face => face.FaceIndex);
}
