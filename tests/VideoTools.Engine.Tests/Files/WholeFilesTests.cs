using VideoTools.Engine.Files;

namespace VideoTools.Engine.Tests.Files;

public sealed class WholeFilesTests : IDisposable
{
    private static readonly OutputSubject Subject = new("The thing");

    private readonly string _directory = Directory.CreateTempSubdirectory("videotools-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Write_LeftBehindByAKilledWriter_IsDeletedOnceOld()
    {
        var old = Touch($".videotools-{Guid.NewGuid():N}.tmp", hoursAgo: 2);
        var young = Touch($".videotools-{Guid.NewGuid():N}.tmp", hoursAgo: 0);
        var foreign = Touch("notes.tmp", hoursAgo: 2);

        WholeFiles.Write(Subject, force: false, (Path.Combine(_directory, "a.txt"), [1]));

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(young) && File.Exists(foreign));
    }

    [Fact]
    public void Write_LongestName_IsWritten()
    {
        var path = Path.Combine(_directory, new string('n', 255));

        WholeFiles.Write(Subject, force: false, (path, [1, 2]));

        Assert.Equal([1, 2], File.ReadAllBytes(path));
    }

    [Fact]
    public void Write_LastOfThreeCannotBeReplaced_LeavesAllAsItWas()
    {
        var (there, absent, directory) = (Touch("there", 0), Path.Combine(_directory, "absent"), Path.Combine(_directory, "directory"));
        Directory.CreateDirectory(directory);

        var error = Assert.Throws<VideoToolsException>(
            () => WholeFiles.Write(Subject, force: true, (there, [2]), (absent, [2]), (directory, [2]))).Error;

        Assert.Equal((VideoErrorId.OutputUnwritable, directory), (error.Id, error.FullName));
        Assert.Equal("kept", File.ReadAllText(there));
        Assert.Equal([directory, there], Directory.GetFileSystemEntries(_directory).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Write_FileExists_NamesItAndTheWayOut()
    {
        var path = Touch("a.txt", 0);

        var error = Assert.Throws<VideoToolsException>(() => WholeFiles.Write(Subject, force: false, (path, [2]))).Error;

        Assert.Equal((VideoErrorId.OutputExists, $"The thing is not written: '{path}' exists."), (error.Id, error.Message));
        Assert.Equal("Overwrite it with -Force (--force), or choose another directory.", error.RecommendedAction);
        Assert.Equal("kept", File.ReadAllText(path));
    }

    private string Touch(string name, int hoursAgo)
    {
        var path = Path.Combine(_directory, name);
        File.WriteAllText(path, "kept");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-hoursAgo));
        return path;
    }
}
