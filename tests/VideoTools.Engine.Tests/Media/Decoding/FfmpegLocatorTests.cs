using System.Text.Json;
using VideoTools.Engine.Media.Ffmpeg;

namespace VideoTools.Engine.Tests.Media.Decoding;

public sealed class FfmpegLocatorTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("videotools-locator-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Locate_NamedDirectory_WinsOverEverything() =>
        Assert.StartsWith(Tools("a"), Locate(Tools("a"), Tools("b"), Tools("path"), Tools("engine/ffmpeg")).Ffmpeg, StringComparison.Ordinal);

    [Fact]
    public void Locate_EnvironmentVariable_WinsOverBundledAndPath() =>
        Assert.StartsWith(Tools("b"), Locate(null, Tools("b"), Tools("path"), Tools("engine/ffmpeg")).Ffprobe, StringComparison.Ordinal);

    [Fact]
    public void Locate_FolderBesideTheEngine_WinsOverPath()
    {
        var bundled = Tools("engine/ffmpeg");

        Assert.StartsWith(bundled, Locate(null, null, Tools("path"), bundled).Ffmpeg, StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_Path_IsSearchedInOrder()
    {
        var path = string.Join(Path.PathSeparator, Path.Combine(_root, "none"), "relative", Tools("first"), Tools("second"));

        Assert.StartsWith(Tools("first"), Locate(null, null, path, null).Ffmpeg, StringComparison.Ordinal);
    }

    [Fact]
    public void Locate_NamedDirectoryWithoutFfmpeg_IsAnErrorAlthoughPathHasOne() => AssertMissing(Path.Combine(_root, "none"), null);

    [Fact]
    public void Locate_VariableWithoutFfmpeg_IsAnErrorAlthoughPathHasOne() => AssertMissing(null, Path.Combine(_root, "none"));

    [Fact]
    public void Locate_OnlyOneOfTheTwo_IsNotEnough()
    {
        var folder = Tools("half");
        File.Delete(Directory.GetFiles(folder, "ffprobe*")[0]);

        AssertMissing(folder, null);
    }

    [Theory]
    [InlineData("5.1.9-0+deb12u1", "--enable-gpl --enable-libzimg", 5, 1, true, true)]
    [InlineData("4.4.2", "--enable-gpl", 4, 4, false, false)]
    [InlineData("5.0", "", 5, 0, false, false)]
    [InlineData("n7.1-12-gabc", "--enable-libzimg", 7, 1, true, true)]
    [InlineData("N-118000-g1234567", "", null, 0, true, false)]
    [InlineData("2024-11-03-git-df00705e00-full_build-www.gyan.dev", "--enable-libzimg", null, 0, true, true)]
    public void Parse_Version_KnowsTheOptions(string version, string configuration, int? major, int minor, bool fpsMode, bool zscale)
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(new { version, configuration }));

        var build = FfmpegBuild.Parse(json.RootElement);

        Assert.Equal((major, minor, fpsMode, zscale), (build.Major, build.Minor, build.HasFpsMode, build.HasZscale));
    }

    private static void AssertMissing(string? directory, string? variable)
    {
        var e = Assert.Throws<VideoToolsException>(
            () => FfmpegLocator.Locate(directory, name => name == "PATH" ? Environment.GetEnvironmentVariable("PATH") : variable));
        Assert.Equal(VideoErrorId.DecoderMissing, e.Error.Id);
        Assert.Contains("Install ffmpeg", e.Error.RecommendedAction, StringComparison.Ordinal);
    }

    private static FfmpegTools Locate(string? directory, string? variable, string? path, string? bundled) => FfmpegLocator.Locate(
        directory, name => name == "PATH" ? path : variable, null, bundled is null ? null : Path.GetDirectoryName(bundled));

    private string Tools(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, name.Replace('/', Path.DirectorySeparatorChar))).FullName;
        var extension = OperatingSystem.IsWindows() ? ".exe" : "";
        File.WriteAllText(Path.Combine(folder, "ffmpeg" + extension), "");
        File.WriteAllText(Path.Combine(folder, "ffprobe" + extension), "");
        return folder;
    }
}
