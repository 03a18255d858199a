using VideoTools.Engine.Numerics;

namespace VideoTools.Engine.People;

/// <summary>
/// Which tracks are the same person. Also for whatever else needs people of faces: it takes tracks and gives numbers, no records.
/// </summary>
internal static class PersonGrouping
{
    /// <summary>How many people faces show; tracks of a single look do not count, they may be no face at all.</summary>
    /// <param name="faces">Faces of one or many videos.</param>
    /// <param name="threshold">Least mean cosine of two groups that are joined.</param>
    public static int Count(IEnumerable<VideoFace> faces, double threshold) =>
        Assign([.. FaceTracks.Of(faces).Where(track => track.Faces.Count > 1)], threshold).Distinct().Count();

    /// <summary>Groups tracks.</summary>
    /// <param name="tracks">Tracks, as <see cref="FaceTracks.Of"/> makes them.</param>
    /// <param name="threshold">Least mean cosine of two groups that are joined.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>For every track the first one of its person.</returns>
    public static int[] Assign(
        IReadOnlyList<FaceTrack> tracks, double threshold, CancellationToken cancellationToken = default) => Assign(
            [.. tracks.Select(track => track.Embedding)],
            [.. tracks.Select(track => track.Weight)],
            FaceTracks.Apart(tracks),
            threshold,
            cancellationToken);

    /// <summary>Groups embeddings.</summary>
    /// <param name="embeddings">Vectors of length 1, one a track.</param>
    /// <param name="weights">What each counts, above 0.</param>
    /// <param name="apart">Pairs of tracks that share a frame.</param>
    /// <param name="threshold">Least mean cosine of two groups that are joined.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">Embeddings differ in length.</exception>
    public static int[] Assign(
        IReadOnlyList<float[]> embeddings,
        IReadOnlyList<double> weights,
        IEnumerable<(int A, int B)> apart,
        double threshold,
        CancellationToken cancellationToken = default) =>
        embeddings.FirstOrDefault(embedding => embedding.Length != embeddings[0].Length) is { } other
            ? throw new ArgumentException($"Embeddings differ in length: {embeddings[0].Length} and {other.Length}.", nameof(embeddings))
            : AverageLinkage.Group(embeddings, weights, apart, threshold, cancellationToken);
}
