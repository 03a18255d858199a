// Random numbers that are the same on every runtime; .NET does not promise that of its own. Method: SplitMix64 of G. L. Steele, D. Lea
// and C. H. Flood, "Fast Splittable Pseudorandom Number Generators" (OOPSLA 2014). Cost: three multiplications per number.
namespace VideoTools.Engine.Numerics;

/// <summary>A seeded source of random numbers.</summary>
internal sealed class DeterministicRandom(ulong seed)
{
    /// <summary>The seed of every analysis that draws at random.</summary>
    public const ulong Seed = 42;

    private ulong _state = seed;

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// A whole number from 0 up to, not including, a bound of at least 1. The bias, below bound / 2^64, is beyond notice.
    /// </summary>
    public int Next(int bound) => (int)Math.BigMul(NextBits(), (ulong)bound, out _);

    /// <summary>Some of the numbers from 0 on below a count, none twice, ascending.</summary>
    public int[] Sample(int count, int size)
    {
        var all = Enumerable.Range(0, count).ToArray();
        for (var i = 0; i < size; i++)
        {
            var j = i + Next(count - i);
            (all[i], all[j]) = (all[j], all[i]);
        }

        var chosen = all[..size];
        Array.Sort(chosen);
        return chosen;
    }
}
