namespace VideoTools.Engine.Similar;

/// <summary>Two videos that show the same.</summary>
/// <param name="Similarity">Share of the shorter one that the other shows as well, 0 to 1.</param>
/// <param name="Offset">Moment of the first video at which the second starts, with fractions.</param>
/// <param name="Overlap">Moments that both run side by side.</param>
/// <param name="IsMirrored">True when one of them has to be mirrored.</param>
internal sealed record PairMatch(double Similarity, double Offset, int Overlap, bool IsMirrored);
