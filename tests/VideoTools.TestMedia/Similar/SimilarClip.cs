namespace VideoTools.TestMedia.Similar;

/// <summary>A clip of a set.</summary>
/// <param name="Name">Its file name without the ending.</param>
/// <param name="Original">Name of the clip that it is a copy of; null for an original.</param>
/// <param name="Alterations">What was done to the copy.</param>
/// <param name="OffsetSeconds">Seconds of the original at which it starts.</param>
/// <param name="Path">The file.</param>
public sealed record SimilarClip(
    string Name, string? Original, IReadOnlyList<Alteration> Alterations, double OffsetSeconds, string Path);
