namespace VideoTools;

/// <summary>Faces, grouped by people.</summary>
/// <param name="Persons">The people, the one that is shown longest first.</param>
/// <param name="Faces">The faces, in the order in which they came in.</param>
/// <param name="SkippedCount">Faces without an embedding: nothing says whose they are.</param>
public sealed record PersonGroups(IReadOnlyList<VideoPerson> Persons, IReadOnlyList<PersonFace> Faces, int SkippedCount)
{
    /// <summary>The best shots, person by person, the best first.</summary>
    public IEnumerable<PersonFace> BestShots =>
        Faces.Where(face => face.Rank > 0).OrderBy(face => face.PersonId).ThenBy(face => face.Rank);
}
