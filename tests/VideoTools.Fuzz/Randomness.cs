// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): the same numbers on every machine and in every
// version of .NET, and a stream of its own for each mutant, so that one can be made again without those before it.
namespace VideoTools.Fuzz;

/// <summary>Numbers that follow from a seed.</summary>
internal sealed class Randomness(ulong seed, ulong stream)
{
    private ulong _state = seed * 0x9E3779B97F4A7C15 + stream * 0xD1B54A32D192ED03;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to one less than the limit, which is above 0.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
