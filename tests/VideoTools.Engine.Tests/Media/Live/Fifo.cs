using System.Diagnostics;

namespace VideoTools.Engine.Tests.Media.Live;

/// <summary>A named pipe in a folder of its own.</summary>
internal sealed class Fifo : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("videotools-live-").FullName;

    public Fifo()
    {
        FullName = Path.Combine(_folder, "camera");
        using var made = Process.Start("mkfifo", [FullName]);
        made.WaitForExit();
        Assert.Equal(0, made.ExitCode);
    }

    public string FullName { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
