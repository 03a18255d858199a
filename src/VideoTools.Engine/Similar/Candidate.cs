namespace VideoTools.Engine.Similar;

/// <summary>Another video that may show the same.</summary>
/// <param name="Video">Its number.</param>
/// <param name="Offset">Its moment that shows the first moment of this one.</param>
/// <param name="IsMirrored">True when this one has to be mirrored.</param>
/// <param name="Votes">How many moments say so, and no other video.</param>
internal readonly record struct Candidate(int Video, int Offset, bool IsMirrored, double Votes);
