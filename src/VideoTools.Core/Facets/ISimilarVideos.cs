namespace VideoTools;

/// <summary>Finds videos that show the same. Thread-safe.</summary>
public interface ISimilarVideos
{
    /// <summary>Checks the options before any file is touched.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names it and its range.</exception>
    void Validate(SimilarOptions options);

    /// <summary>Groups videos that show the same; one that is like no other gives no record.</summary>
    /// <param name="signatures">What the videos look like; of several of one file the first counts.</param>
    /// <param name="options">When two are the same.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// Group by group, in the order of the first signature of each; the reference of a group first, then from the most alike on, ties by
    /// path.
    /// </returns>
    /// <exception cref="ArgumentException">An option is out of range; the message names it and its range.</exception>
    IReadOnlyList<SimilarVideo> Group(
        IReadOnlyList<VideoSignature> signatures, SimilarOptions options, CancellationToken cancellationToken = default);
}
