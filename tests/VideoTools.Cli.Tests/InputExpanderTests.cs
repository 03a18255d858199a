using VideoTools.Cli.Input;
using VideoTools.Engine.Templates;

namespace VideoTools.Cli.Tests;

public sealed class InputExpanderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("videotools-glob-").FullName;
    private readonly List<VideoError> _errors = [];

    public InputExpanderTests()
    {
        foreach (var name in new[] { "b.mp4", "a.mp4", "B.MP4", "a[1].mp4", "notes.txt", "sub/c.mkv", "sub/deep/d.webm", "sub/e.txt", ".hidden.mp4" })
        {
            var path = Path.Combine(_root, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, [1]);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    // B.MP4 and b.mp4 are one file elsewhere.
    [LinuxFact]
    public void Expand_Directory_GivesVideosBelowInOrdinalOrder()
    {
        Assert.Equal(["B.MP4", "a.mp4", "a[1].mp4", "b.mp4", "sub/c.mkv", "sub/deep/d.webm"], Expand("."));
        Assert.Empty(_errors);
    }

    [Theory]
    [InlineData("*.mkv", new string[0])]
    [InlineData("sub/*.mkv", new[] { "sub/c.mkv" })]
    [InlineData("**/*.webm", new[] { "sub/deep/d.webm" })]
    [InlineData("sub/**/*.*", new[] { "sub/c.mkv", "sub/deep/d.webm", "sub/e.txt" })]
    [InlineData("?.txt", new string[0])]
    [InlineData("sub/?.txt", new[] { "sub/e.txt" })]
    [InlineData("note?.txt", new[] { "notes.txt" })]
    [InlineData("s*/deep/*", new[] { "sub/deep/d.webm" })]
    [InlineData("**.webm", new[] { "sub/deep/d.webm" })]
    [InlineData("sub/**", new[] { "sub/c.mkv", "sub/deep/d.webm", "sub/e.txt" })]
    [InlineData("**/**/?.mkv", new[] { "sub/c.mkv" })]
    [InlineData("**/sub/*.txt", new[] { "sub/e.txt" })]
    [InlineData("sub/*/../c.*", new[] { "sub/c.mkv" })]
    [InlineData("no/such/*.mp4", new string[0])]
    [InlineData("sub/*/", new string[0])]
    public void Expand_Pattern_GivesMatchesInOrdinalOrder(string pattern, string[] expected)
    {
        Assert.Equal(expected, Expand(pattern));
        Assert.Equal(expected.Length == 0 ? 1 : 0, _errors.Count);
    }

    [Fact]
    public void Expand_AbsolutePattern_StartsAtItsFixedPart() =>
        Assert.Equal(["sub/c.mkv"], Expand(Path.Combine(_root, "sub", "*.mkv")));

    [Fact]
    public void Expand_DirectoryWithSources_PassesOverTypeScriptQuietly()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, "web")).FullName;
        File.WriteAllText(Path.Combine(folder, "index.ts"), "import { G } from './g';\nexport const answer = 42;\n");
        File.WriteAllText(Path.Combine(folder, "module.mts"), "export {};\n");
        File.WriteAllText(Path.Combine(folder, "wide.ts"), "export {};\n", System.Text.Encoding.Unicode);
        var packets = new byte[188 * 5];
        for (var i = 0; i < packets.Length; i++)
        {
            packets[i] = (byte)(i % 188 == 0 ? 0x47 : 0xFF);
        }

        File.WriteAllBytes(Path.Combine(folder, "film.ts"), packets);
        File.WriteAllBytes(Path.Combine(folder, "camera.mts"), [0, 0, 0, 1, .. packets]);
        File.WriteAllBytes(Path.Combine(folder, "reel.RMVB"), [1]);
        File.WriteAllBytes(Path.Combine(folder, "raw.h264"), [1]);

        Assert.Equal(["web/camera.mts", "web/film.ts", "web/raw.h264", "web/reel.RMVB"], Expand("web"));
        Assert.Empty(_errors);
    }

    [Fact]
    public void Expand_DirectoryWithSound_GivesItWhereSoundIsTaken()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, "talks")).FullName;
        foreach (var name in new[] { "a.m4a", "b.MP3", "c.opus", "d.mp4", "e.txt", "f.mid" })
        {
            File.WriteAllBytes(Path.Combine(folder, name), [1]);
        }

        var taking = new InputExpander(_root, _errors.Add) { TakesSound = true };

        Assert.Equal(["a.m4a", "b.MP3", "c.opus", "d.mp4"], taking.Expand("talks").Select(Path.GetFileName));
        Assert.Equal(["talks/d.mp4"], Expand("talks"));
        Assert.Empty(_errors);
    }

    [Fact]
    public void Expand_NameWithBrackets_IsTakenAsItIs() => Assert.Equal(["a[1].mp4"], Expand("a[1].mp4"));

    [LinuxFact]
    public void Expand_FileWhoseNameIsAPattern_WinsOverThePattern()
    {
        File.WriteAllBytes(Path.Combine(_root, "*.mp4"), [1]);

        Assert.Equal(["*.mp4"], Expand("*.mp4"));
    }

    [Fact]
    public void Expand_NothingMatches_ReportsThePattern()
    {
        Assert.Empty(Expand("x*.mp4"));
        var error = Assert.Single(_errors);
        Assert.Equal((VideoErrorId.FileNotFound, "x*.mp4"), (error.Id, error.FullName));
    }

    [Fact]
    public void Expand_DirectoryWithoutVideo_ReportsIt()
    {
        Directory.CreateDirectory(Path.Combine(_root, "empty"));

        Assert.Empty(Expand("empty"));
        Assert.Equal(VideoErrorId.FileNotFound, Assert.Single(_errors).Id);
    }

    [Fact]
    public void Expand_DirectoryOfTemplates_GivesThemWhereTheyAreTaken()
    {
        foreach (var name in new[] { "saved/b_template.json", "saved/deep/a_template.json", "saved/other.json", "sub/c_template.json" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, name))!);
            File.WriteAllText(Path.Combine(_root, name), "{}");
        }

        Assert.Empty(Expand("saved"));
        Assert.Contains("holds no video file", Assert.Single(_errors).Message, StringComparison.Ordinal);
        Assert.Equal(["saved/b_template.json", "saved/deep/a_template.json"], Expand("saved", takesTemplates: true));

        // Where there are videos, they are meant.
        Assert.Equal(["sub/c.mkv", "sub/deep/d.webm"], Expand("sub", takesTemplates: true));
        Assert.Single(_errors);
    }

    [Fact]
    public void Expand_DirectoryOfNeither_NamesBoth()
    {
        Directory.CreateDirectory(Path.Combine(_root, "empty"));

        Assert.Empty(Expand("empty", takesTemplates: true));
        Assert.Contains("neither a video file nor a template", Assert.Single(_errors).Message, StringComparison.Ordinal);
    }

    [LinuxFact]
    public void Expand_DirectoryWithALinkToItself_Ends()
    {
        var loop = Path.Combine(_root, "sub", "loop");
        Directory.CreateSymbolicLink(loop, Path.Combine(_root, "sub"));
        File.CreateSymbolicLink(Path.Combine(_root, "sub", "link.mp4"), Path.Combine(_root, "a.mp4"));

        Assert.Equal(["sub/c.mkv", "sub/deep/d.webm", "sub/link.mp4"], Expand("sub"));
        Directory.Delete(loop);
    }

    [LinuxFact]
    public void Expand_PatternOverFoldersWithLinksInCircles_GivesEachFileOnce()
    {
        foreach (var name in new[] { "loop", "again" })
        {
            Directory.CreateSymbolicLink(Path.Combine(_root, "sub", "deep", name), Path.Combine(_root, "sub"));
        }

        Assert.Equal(["sub/c.mkv", "sub/deep/d.webm", "sub/e.txt"], Expand("sub/**/*.*"));

        // One step through a link ends by itself, and is what the pattern says.
        Assert.Equal(["sub/deep/again/c.mkv", "sub/deep/loop/c.mkv"], Expand("sub/deep/*/c.mkv"));
    }

    [LinuxFact]
    public void Expand_PatternWithBackslash_MeansTheCharacter()
    {
        File.WriteAllBytes(Path.Combine(_root, @"odd\1.mp4"), [1]);

        Assert.Single(Expand(@"odd\?.mp4"));
    }

    [Fact]
    public void Expand_MissingFile_IsLeftToTheEngine()
    {
        Assert.Equal(["missing.mp4"], Expand("missing.mp4"));
        Assert.Empty(_errors);
    }

    private string[] Expand(string argument, bool takesTemplates = false) =>
    [
        .. new InputExpander(_root, _errors.Add) { FindTemplates = takesTemplates ? new TemplateFiles().FindFiles : null }.Expand(argument).Select(path => Path.GetRelativePath(_root, path).Replace('\\', '/')),
    ];
}
