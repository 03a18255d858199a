using System.Globalization;
using VideoTools.Engine.Caching;
using VideoTools.Engine.Tests.Media.Decoding;

namespace VideoTools.Engine.Tests.Caching;

/// <summary>The cache may be told to live in a folder that holds other things: nothing of them is ever its business.</summary>
public sealed class CacheFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Root => Path.Combine(_folder.Path, "cache");

    [Fact]
    public void Trim_DeletesNothingButEntries()
    {
        var cache = new ResultCache(Root, 4000);
        Fill(cache, 1);
        string[] foreign =
        [
            Foreign("project/data.json"), Foreign("project/notes.tmp"), Foreign("data.json"), Foreign($"{Key(1)}.json"), Foreign($"zz/{Key(1)}.json"),
            Foreign($"{Key(1)[..2]}/copy.json"), Foreign($"{Key(1)[..2]}/{Key(2)}.json"), Foreign($"{Key(1)[..2]}/notes.tmp"),
            Foreign($"{Key(1)[..2]}/deeper/{Key(1)}.json"), Foreign($"{Key(1)[..2]}/{Key(1).ToUpperInvariant()}.JSON"),
        ];

        Fill(new ResultCache(Root, 4000), 40);

        Assert.All(foreign, path => Assert.True(File.Exists(path), path));
        Assert.InRange(new ResultCache(Root, 4000).List().Sum(entry => entry.Length), 1, 4000);
    }

    [Fact]
    public void Links_AreNotFollowed()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Links need a privilege there.
        }

        var other = Path.Combine(_folder.Path, "other");
        var elsewhere = new ResultCache(other, 1 << 20);
        Fill(elsewhere, 3);
        Directory.CreateDirectory(Root);
        var entry = Path.Combine(other, Key(1)[..2], Key(1) + ".json");

        // A folder of entries that lies elsewhere, and an entry that does.
        Directory.CreateSymbolicLink(Path.Combine(Root, Key(0)[..2]), Path.Combine(other, Key(0)[..2]));
        Directory.CreateDirectory(Path.Combine(Root, Key(1)[..2]));
        File.CreateSymbolicLink(Path.Combine(Root, Key(1)[..2], Key(1) + ".json"), entry);
        var cache = new ResultCache(Root, 1000);

        Assert.Empty(cache.List());
        Assert.Null(cache.Find(Key(0), SampleRecords.Types));
        Assert.Null(cache.Find(Key(1), SampleRecords.Types));
        Assert.False(cache.Remove(Key(0)));
        cache.Store(Key(0), Result());
        Fill(cache, 20);

        Assert.Equal(3, elsewhere.List().Count);
        Assert.True(File.Exists(entry));
    }

    [Fact]
    public void Find_APipeInPlaceOfAnEntry_IsAMiss_AndTheRestIsListed()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Named pipes of the file system are for Unix.
        }

        var cache = new ResultCache(Root, 1 << 20);
        Fill(cache, 2);
        var entry = Path.Combine(Root, Key(0)[..2], Key(0) + ".json");
        File.Delete(entry);
        TestClip.Run("mkfifo", [entry]);

        Assert.Null(cache.Find(Key(0), SampleRecords.Types));
        Assert.Equal(Key(1), Assert.Single(cache.List()).Key);
        cache.Store(Key(0), Result());
        Assert.NotNull(cache.Find(Key(0), SampleRecords.Types));
    }

    [Fact]
    public void Store_MakesFoldersAndEntriesForTheOwnerAlone_ParentsToo()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // The folders of a user are the user's there.
        }

        // What an earlier version, or another umask, left open is closed; what is no folder of entries is left alone.
        var below = Path.Combine(_folder.Path, "new", "parents", "cache");
        Directory.CreateDirectory(Path.Combine(below, Key(1)[..2]));
        const UnixFileMode Open = (UnixFileMode)0b111_111_111;
        File.SetUnixFileMode(Path.Combine(below, Key(1)[..2]), Open);
        File.SetUnixFileMode(below, Open);
        Fill(new ResultCache(below, 1 << 20), 2);
        var fresh = Path.Combine(_folder.Path, "fresh", "deep", "cache");
        Fill(new ResultCache(fresh, 1 << 20), 1);

        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.Equal(Owner, File.GetUnixFileMode(Path.Combine(below, Key(0)[..2])));
        Assert.Equal(Owner, File.GetUnixFileMode(Path.Combine(below, Key(1)[..2])));
        Assert.Equal(Open, File.GetUnixFileMode(below));
        string[] made = [Path.Combine(_folder.Path, "fresh"), Path.GetDirectoryName(fresh)!, fresh, Path.Combine(fresh, Key(0)[..2])];
        foreach (var path in made)
        {
            Assert.Equal(Owner, File.GetUnixFileMode(path));
        }

        var entry = Assert.Single(Directory.GetFiles(fresh, "*", SearchOption.AllDirectories));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(entry));
    }

    [Fact]
    public void FirstStore_DeletesWhatAKilledWriterLeft()
    {
        Fill(new ResultCache(Root, 1 << 20), 1);
        var left = Foreign($"{Key(0)[..2]}/{Guid.NewGuid():N}.tmp");
        var foreign = Foreign($"{Key(0)[..2]}/{Guid.NewGuid():N}x.tmp");

        Fill(new ResultCache(Root, 1 << 20), 1);

        Assert.False(File.Exists(left));
        Assert.True(File.Exists(foreign));
    }

    private static void Fill(ResultCache cache, int count)
    {
        for (var i = 0; i < count; i++)
        {
            cache.Store(Key(i), Result());
        }
    }

    private string Foreign(string name)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, new byte[2000]);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-2));
        return path;
    }

    private static string Key(int number) => number.ToString("x2", CultureInfo.InvariantCulture) + new string('0', 60) + "ab";

    private static CachedResult Result() => new("/v/a.mp4", "Scene", [SampleRecords.Of(typeof(VideoScene))], []);
}
