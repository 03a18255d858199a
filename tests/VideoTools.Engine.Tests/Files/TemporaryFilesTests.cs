using System.Diagnostics;
using System.Globalization;
using VideoTools.Engine.Files;
using VideoTools.Engine.Tests.Caching;

namespace VideoTools.Engine.Tests.Files;

public sealed class TemporaryFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sweep_DeletesWhatIsOursOldAndWithoutItsProcess_NothingElse()
    {
        var digits = Guid.NewGuid().ToString("N");
        var gone = GoneProcess();
        var swept = new[] { $".videotools-{gone}-{digits}.tmp", $"videotools-{gone}-{digits}.txt", $".videotools-{digits}.tmp" };
        var kept = new[]
        {
            $".videotools-{Environment.ProcessId}-{digits}.tmp", // Its process runs.
            $".videotools-{gone}-{digits[..31]}.tmp", // 31 digits.
            $".videotools-{gone}-{digits}.tmp.mp4", $"my.videotools-{gone}-{digits}.tmp", "notes.tmp", "videotools-notes.txt",
        };
        foreach (var name in swept.Concat(kept))
        {
            Age(_folder.File(name));
        }

        var young = _folder.File($".videotools-{gone}-{Guid.NewGuid():N}.tmp");

        TemporaryFiles.Sweep(_folder.Path);

        Assert.Equal(kept.Append(Path.GetFileName(young)).Order(StringComparer.Ordinal), Names());
    }

    [Fact]
    public void Sweep_ALinkOfOurName_IsNotFollowedAndKept()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Links need a privilege there.
        }

        var target = Directory.CreateDirectory(Path.Combine(_folder.Path, "target")).FullName;
        Age(_folder.File("target/file"));
        var link = Path.Combine(_folder.Path, string.Create(CultureInfo.InvariantCulture, $"videotools-{GoneProcess()}-{Guid.NewGuid():N}"));
        Directory.CreateSymbolicLink(link, target);

        TemporaryFiles.Sweep(_folder.Path);

        Assert.True(File.Exists(Path.Combine(target, "file")) && Path.Exists(link));
    }

    [Fact]
    public void ScratchFile_IsTheOwnersAlone_AndGone()
    {
        string path;
        using (var scratch = new ScratchText("äö"))
        {
            path = scratch.FullName;
            Assert.Equal("äö", File.ReadAllText(path));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            }
        }

        Assert.False(File.Exists(path));
    }

    private static void Age(string path) => File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-2));

    private static int GoneProcess()
    {
        using var process = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "where" : "true") { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.Id;
    }

    private IEnumerable<string> Names() => Directory.GetFiles(_folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
