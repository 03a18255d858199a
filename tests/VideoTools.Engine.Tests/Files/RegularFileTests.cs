using VideoTools.Engine.Files;
using VideoTools.Engine.Tests.Caching;
using VideoTools.Engine.Tests.Media.Decoding;

namespace VideoTools.Engine.Tests.Files;

/// <summary>Nothing here may wait: a pipe without a writer is never opened. A test that hangs is what fails.</summary>
public sealed class RegularFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_AFile_AlsoThroughLinks_IsTheFile()
    {
        var file = _folder.File("a.csv");
        var link = Link("second", Link("first", file));

        Assert.Equal(file, RegularFile.Find(file)!.FullName);
        Assert.Equal(file, RegularFile.Find(link)!.FullName);
        Assert.Equal(1000, RegularFile.Length(link));
        Assert.Equal(1000, RegularFile.ReadAllBytes(link).Length);
    }

    [Fact]
    public void Find_FolderEmptyFileAndDanglingLink_AreNone()
    {
        Assert.Null(RegularFile.Find(_folder.Path));
        Assert.Null(RegularFile.Find(_folder.File("empty", 0)));
        Assert.Null(RegularFile.Find(Link("dangling", Path.Combine(_folder.Path, "nowhere"))));
        Assert.Throws<FileNotFoundException>(() => RegularFile.ReadAllBytes(Path.Combine(_folder.Path, "nowhere")));
    }

    [Fact]
    public void Read_PipesAndDevices_AlsoBehindLinks_GiveNothingAtOnce()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Named pipes of the file system are for Unix.
        }

        var pipe = Path.Combine(_folder.Path, "pipe");
        TestClip.Run("mkfifo", [pipe]);

        foreach (var path in new[] { pipe, Link("link", pipe), Link("of a link", Link("another", pipe)), "/dev/zero", Link("zeros", "/dev/zero") })
        {
            Assert.Empty(RegularFile.ReadAllBytes(path));
            Assert.Equal("", RegularFile.ReadAllText(path));
            Assert.Equal("", TextFile.ReadText(path, 10));
            Assert.Empty(TextFile.ReadBytes(path, 10)!);
        }
    }

    private string Link(string name, string target) => File.CreateSymbolicLink(Path.Combine(_folder.Path, name), target).FullName;
}
