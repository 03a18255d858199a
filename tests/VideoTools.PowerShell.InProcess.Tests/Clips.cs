using System.Diagnostics;

namespace VideoTools.PowerShell.InProcess.Tests;

/// <summary>Files for the tests, in a folder that is deleted afterwards. Made on first use.</summary>
public sealed class Clips : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("videotools-inprocess-").FullName;
    private readonly Lazy<string> _short;
    private readonly Lazy<string> _second;
    private readonly Lazy<string> _long;
    private readonly Lazy<string> _broken;

    public Clips()
    {
        _short = new(() => Make("a [1].mp4", seconds: 6));
        _second = new(() => Make("c.mp4", seconds: 4));
        _long = new(() => Make("long.mp4", seconds: 600));
        _broken = new(() =>
        {
            var path = In("b.mp4");
            File.WriteAllText(path, "no video at all");
            return path;
        });
    }

    /// <summary>Six seconds: cuts at 2 and 4. Its name is a pattern that does not match it.</summary>
    public string Short => _short.Value;

    /// <summary>Four seconds: a cut at 2.</summary>
    public string Second => _second.Value;

    /// <summary>Ten minutes, a cut every two seconds.</summary>
    public string Long => _long.Value;

    /// <summary>A text called .mp4.</summary>
    public string Broken => _broken.Value;

    /// <summary>A path in the folder.</summary>
    public string In(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Make(string name, int seconds)
    {
        var path = In(name);
        var source = $"size=160x90:rate=25:duration={seconds}";
        var filter = $"testsrc2={source}[a];smptehdbars={source}[b];[a][b]overlay=enable='gte(mod(t,4),2)'";
        using var process = Process.Start("ffmpeg",
            ["-v", "error", "-nostdin", "-y", "-f", "lavfi", "-i", filter, "-c:v", "mpeg4", "-q:v", "3", "file:" + path]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return path;
    }
}
