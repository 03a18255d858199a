using VideoTools.Engine.Caching;

namespace VideoTools.Engine.Tests.Caching;

public sealed class ResultCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ResultCache Cache(long limit = 1 << 20) => new(_folder.Path, limit);

    [Fact]
    public void Find_WhatWasStored_GivesIt_AlsoToAnotherInstance()
    {
        Cache().Store(Key(1), Result("/v/a.mp4"));

        Assert.Equal("/v/a.mp4", Cache().Find(Key(1), SampleRecords.Types)!.FullName);
        Assert.Null(Cache().Find(Key(2), SampleRecords.Types));
    }

    [Fact]
    public void Find_ADamagedEntry_DeletesIt_AndStoreReplacesIt()
    {
        var cache = Cache();
        cache.Store(Key(1), Result("a"));
        var path = Assert.Single(Files());
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^9]);

        Assert.Null(cache.Find(Key(1), SampleRecords.Types));
        Assert.Empty(Files());

        cache.Store(Key(1), Result("a"));
        Assert.NotNull(cache.Find(Key(1), SampleRecords.Types));
    }

    [Fact]
    public void Store_BeyondTheLimit_DeletesWhatWasNotUsedForLongest()
    {
        var size = CacheEntryFormat.Write(Result("file 00"), DateTime.UtcNow).Length;
        var cache = Cache(size * 10);
        for (var i = 0; i < 10; i++)
        {
            cache.Store(Key(i), Result($"file {i:00}"));
            File.SetLastWriteTimeUtc(Path.Combine(_folder.Path, Key(i)[..2], Key(i) + ".json"), DateTime.UtcNow.AddHours(i - 20));
        }

        Assert.NotNull(cache.Find(Key(0), SampleRecords.Types));
        cache.Store(Key(10), Result("file 10"));

        var left = cache.List().Select(e => e.FullName).ToList();
        Assert.Contains("file 00", left);
        Assert.Contains("file 10", left);
        Assert.DoesNotContain("file 01", left);
        Assert.InRange(left.Count, 8, 9);
    }

    [Fact]
    public void Store_OneEntryOfAQuarterOfTheLimit_KeepsNothing()
    {
        var cache = Cache(100);
        cache.Store(Key(1), Result("a"));

        Assert.Empty(Files());
    }

    [Fact]
    public void List_SkipsWhatIsNoEntry()
    {
        var cache = Cache();
        cache.Store(Key(1), Result("/v/a.mp4"));
        File.WriteAllText(Path.Combine(_folder.Path, "other.json"), "{}");

        var entry = Assert.Single(cache.List());
        Assert.Equal((Key(1), "/v/a.mp4", "Scene", 1), (entry.Key, entry.FullName, entry.Analysis, entry.RecordCount));
        Assert.True(entry.Length > 0 && entry.Created <= DateTime.Now);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("0123")]
    [InlineData("ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD")]
    public void Remove_WhatIsNoKey_Throws(string key) => Assert.Throws<ArgumentException>(() => Cache().Remove(key));

    [Fact]
    public void Remove_DeletesOneEntry()
    {
        var cache = Cache();
        cache.Store(Key(1), Result("a"));
        cache.Store(Key(2), Result("b"));

        Assert.True(cache.Remove(Key(1)));
        Assert.False(cache.Remove(Key(1)));
        Assert.Equal("b", Assert.Single(cache.List()).FullName);
    }

    [Fact]
    public void Store_AndFind_FromManyThreadsAndInstances_NeverSeeHalfAnEntry()
    {
        var big = new CachedResult("a", "Scene", [.. Enumerable.Range(0, 300).Select(_ => SampleRecords.Of(typeof(VideoScene)))], []);
        Parallel.For(0, 64, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var cache = Cache(1L << 30);
            if (i % 2 == 0)
            {
                cache.Store(Key(1), big);
            }
            else if (cache.Find(Key(1), SampleRecords.Types) is { } found)
            {
                Assert.Equal(300, found.Records.Count);
            }
        });

        Assert.NotNull(Cache().Find(Key(1), SampleRecords.Types));
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path, "*.tmp", SearchOption.AllDirectories), _ => true);
    }

    [Fact]
    public void Store_WhereNothingCanBeWritten_IsNoError()
    {
        var file = _folder.File("a file");
        var cache = new ResultCache(Path.Combine(file, "below"), 1 << 20);
        cache.Store(Key(1), Result("a"));

        Assert.Null(cache.Find(Key(1), SampleRecords.Types));
        Assert.Empty(cache.List());
    }

    private static string Key(int number) => number.ToString("x2", System.Globalization.CultureInfo.InvariantCulture) + new string('0', 62);

    private static CachedResult Result(string path) => new(path, "Scene", [SampleRecords.Of(typeof(VideoScene))], []);

    private string[] Files() => Directory.GetFiles(_folder.Path, "*.json", SearchOption.AllDirectories);
}
