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
}
