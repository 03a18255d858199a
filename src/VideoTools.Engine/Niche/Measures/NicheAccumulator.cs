// Method: a running tally a niche; see MeasureColumn for what asking costs. Results do not depend on the order of the videos beyond the
// last bits of the heat map, which is rounded. Memory: 14 numbers a video, so that medians stay exact.
namespace VideoTools.Engine.Niche.Measures;

/// <summary>Statistics of niches that grow as videos come in.</summary>
internal sealed class NicheAccumulator : INicheAccumulator
{
    private readonly Dictionary<string, NicheTally> _tallies = new(StringComparer.Ordinal);
    private readonly int _level;

    /// <summary>Starts at a level, 1 to 3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public NicheAccumulator(int level)
    {
        if (level is < 1 or > NichePaths.LevelCount)
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level is 1 (category), 2 (subcategory) or 3 (micro-niche).");
        }

        _level = level;
    }

    public string Add(VideoNiche video)
    {
        var niche = NichePaths.At(video, _level);
        if (!_tallies.TryGetValue(niche, out var tally))
        {
            _tallies.Add(niche, tally = new NicheTally(niche, _level));
        }

        tally.Add(video);
        return niche;
    }

    public NicheStatistic? Get(string niche, bool isFinal) =>
        _tallies.TryGetValue(niche, out var tally) ? tally.ToStatistic(isFinal) : null;

    public IReadOnlyList<NicheStatistic> GetAll(bool isFinal) =>
    [
        .. _tallies.OrderByDescending(t => t.Value.Count)
            .ThenBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => t.Value.ToStatistic(isFinal)),
    ];
}
