namespace VideoTools.Cli.Tests.Fakes;

/// <summary>A cache in memory.</summary>
internal sealed class FakeCache : ICache
{
    public List<VideoCacheEntry> Entries { get; } = [];

    public IReadOnlyList<VideoCacheEntry> List() => [.. Entries];

    public bool Remove(string key) => Entries.RemoveAll(e => e.Key == key) > 0;
}
