using VideoTools.Engine.Caching;

namespace VideoTools.Engine.Tests.Caching;

public sealed class FileIdentityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_AMovedFile_StaysTheSame()
    {
        var path = _folder.File("a.mp4");
        var before = FileIdentity.Of(path);
        var moved = Path.Combine(_folder.Path, "b [1].mp4");
        File.Move(path, moved);

        Assert.NotNull(before);
        Assert.Equal(before, FileIdentity.Of(moved));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(199_999)]
    public void Of_AChangedByteAtEitherEnd_WithTheOldTime_Differs(int at)
    {
        var path = _folder.File("a.mp4", 200_000);
        var time = File.GetLastWriteTimeUtc(path);
        var before = FileIdentity.Of(path);
        using (var stream = File.OpenWrite(path))
        {
            stream.Position = at;
            stream.WriteByte(9);
        }

        File.SetLastWriteTimeUtc(path, time);

        Assert.NotEqual(before, FileIdentity.Of(path));
    }

    [Fact]
    public void Of_ATouchedFile_Differs()
    {
        var path = _folder.File("a.mp4");
        var before = FileIdentity.Of(path);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddSeconds(3));

        Assert.NotEqual(before, FileIdentity.Of(path));
    }

    [Fact]
    public void Of_WhatCannotBeRead_IsNull()
    {
        Assert.Null(FileIdentity.Of(Path.Combine(_folder.Path, "missing.mp4")));
        Assert.Null(FileIdentity.Of(_folder.Path));
        Assert.Null(FileIdentity.Of(_folder.File("empty.mp4", 0)));
    }

    [Fact]
    public void Of_APipe_AlsoBehindALink_IsNullAtOnce()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Named pipes of the file system are for Unix.
        }

        var pipe = Path.Combine(_folder.Path, "pipe.mp4");
        Media.Decoding.TestClip.Run("mkfifo", [pipe]);
        var link = File.CreateSymbolicLink(Path.Combine(_folder.Path, "link.mp4"), pipe).FullName;

        Assert.Null(FileIdentity.Of(pipe));
        Assert.Null(FileIdentity.Of(link));
        Assert.Null(FileIdentity.Of("/dev/zero"));
    }

    [Fact]
    public void Of_ALink_IsThatOfTheFile()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Links need a privilege there.
        }

        var file = _folder.File("a.mp4");
        var link = File.CreateSymbolicLink(Path.Combine(_folder.Path, "link.mp4"), file).FullName;

        Assert.Equal(FileIdentity.Of(file), FileIdentity.Of(link));
    }
}
