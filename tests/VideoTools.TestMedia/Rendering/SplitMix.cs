namespace VideoTools.TestMedia.Rendering;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): a generator whose sequence is fixed by us, unlike System.Random's.</summary>
public sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong NextULong()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number in [0, 1).</summary>
    public double NextDouble() => (NextULong() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number in [low, high], both included.</summary>
    public int Next(int low, int high) => low + (int)(NextULong() % (ulong)(high - low + 1));

    public double Between(double low, double high) => low + ((high - low) * NextDouble());

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(0, items.Count - 1)];
}
