namespace VideoTools.Engine.Tests.Caching;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("videotools-cache-").FullName;

    public string Path { get; }

    public string File(string name, int length = 1000, byte fill = 7)
    {
        var path = System.IO.Path.Combine(Path, name);
        System.IO.File.WriteAllBytes(path, Enumerable.Repeat(fill, length).ToArray());
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
