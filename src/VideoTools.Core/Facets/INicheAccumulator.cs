namespace VideoTools;

/// <summary>Statistics of niches that grow as videos come in. Not thread-safe.</summary>
public interface INicheAccumulator
{
    /// <summary>Takes one more video.</summary>
    /// <returns>The niche, at the level of the accumulator, that it went to.</returns>
    string Add(VideoNiche video);

    /// <summary>One niche so far; null when no video of it came in.</summary>
    NicheStatistic? Get(string niche, bool isFinal);

    /// <summary>All niches so far: the one with most videos first, ties in ordinal order of the names.</summary>
    IReadOnlyList<NicheStatistic> GetAll(bool isFinal);
}
