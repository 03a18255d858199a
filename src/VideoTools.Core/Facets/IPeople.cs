namespace VideoTools;

/// <summary>Tells people apart by their faces. Thread-safe.</summary>
public interface IPeople
{
    /// <summary>Checks the options before any file is touched.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names it and its range.</exception>
    void Validate(PeopleOptions options);

    /// <summary>Groups faces of one or many files by people. The result does not depend on the order of the faces.</summary>
    /// <param name="faces">The faces.</param>
    /// <param name="options">When two are the same person, and which shots are best.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">
    /// An option is out of range, or embeddings differ in length; the message says which.
    /// </exception>
    PersonGroups Group(IReadOnlyList<VideoFace> faces, PeopleOptions options, CancellationToken cancellationToken = default);

    /// <summary>Compares a face with reference faces.</summary>
    /// <param name="face">The face.</param>
    /// <param name="references">Faces of people that are looked for, at least one with an embedding.</param>
    /// <param name="threshold">Least cosine of a match.</param>
    /// <returns>The comparison with the reference that is most alike; null when the face has no embedding.</returns>
    /// <exception cref="ArgumentException">No reference has an embedding, or they differ in length.</exception>
    FaceMatch? Compare(VideoFace face, IReadOnlyList<VideoFace> references, double threshold);
}
