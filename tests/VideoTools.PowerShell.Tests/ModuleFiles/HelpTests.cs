using System.Xml.Linq;
using VideoTools.Help;

namespace VideoTools.PowerShell.Tests.ModuleFiles;

public sealed class HelpTests
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";

    [Fact]
    public void Pages_AndCmdlets_Agree() =>
        Assert.Empty(HelpChecker.Check(Repository.Commands, HelpLibrary.Load(Repository.At("docs", "en-US"))));

    [Fact]
    public void AboutPage_OfTheModule_Exists() =>
        Assert.Contains("about_VideoTools", HelpLibrary.Load(Repository.At("docs", "en-US")).AboutPages.Keys);

    [Fact]
    public void AboutPage_NamesEveryErrorId()
    {
        var text = File.ReadAllText(Repository.At("docs", "en-US", "about_VideoTools.md"));

        Assert.All(Enum.GetNames<VideoErrorId>(), name => Assert.Contains(name, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("### -CountFrame", "### -CountFrames", "-CountFrame is not described", "-CountFrames is described")]
    [InlineData("### VideoTools.VideoInfo", "### VideoTools.VideoScene", "section OUTPUTS", null)]
    [InlineData("## SYNOPSIS", "## SUMMARY", "section SYNOPSIS", null)]
    [InlineData("# Get-VideoInfo\n", "# Get-VideoInformation\n", "title", null)]
    public void Check_PageDoesNotFit_SaysWhat(string find, string replace, string problem, string? second)
    {
        var pages = Pages();
        Assert.Contains(find, pages["Get-VideoInfo.md"], StringComparison.Ordinal);
        pages["Get-VideoInfo.md"] = pages["Get-VideoInfo.md"].Replace(find, replace, StringComparison.Ordinal);

        var problems = HelpChecker.Check(Repository.Commands, new HelpLibrary(pages));

        Assert.Contains(problems, text => text.StartsWith("Get-VideoInfo: ", StringComparison.Ordinal) && text.Contains(problem, StringComparison.Ordinal));
        Assert.True(second is null || problems.Any(text => text.Contains(second, StringComparison.Ordinal)));
    }

    [Fact]
    public void Check_OneExampleOnly_SaysSo()
    {
        var pages = Pages();
        var page = pages["Get-VideoInfo.md"];
        var second = page.IndexOf("### Example 2", StringComparison.Ordinal);
        pages["Get-VideoInfo.md"] = page.Remove(second, page.IndexOf("## PARAMETERS", StringComparison.Ordinal) - second);

        Assert.Equal(
            ["Get-VideoInfo: there are 1 examples; at least 2 are wanted."],
            HelpChecker.Check(Repository.Commands, new HelpLibrary(pages)));
    }

    [Fact]
    public void Check_ExampleDoesNotRunTheCmdlet_SaysSo()
    {
        var pages = Pages();
        pages["Get-VideoInfo.md"] = pages["Get-VideoInfo.md"].Replace("Get-VideoInfo holiday.mp4", "ffprobe holiday.mp4", StringComparison.Ordinal);

        Assert.Contains("Example 1", Assert.Single(HelpChecker.Check(Repository.Commands, new HelpLibrary(pages))), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_PageMissingOrWithoutCmdlet_SaysWhich()
    {
        var pages = Pages();
        pages.Remove("Get-VideoScene.md", out var page);
        pages["Get-VideoShot.md"] = page!;

        var problems = HelpChecker.Check(Repository.Commands, new HelpLibrary(pages));

        Assert.Contains(problems, text => text.StartsWith("Get-VideoScene: there is no page", StringComparison.Ordinal));
        Assert.Contains(problems, text => text.StartsWith("Get-VideoShot: there is a page, but no cmdlet", StringComparison.Ordinal));
    }

    [Fact]
    public void Build_PagesOfTheRepository_WritesMamlWithEveryParameterAndExample()
    {
        var directory = Directory.CreateTempSubdirectory("videotools-help-").FullName;
        try
        {
            Assert.Empty(HelpBuilder.Build(Repository.At("docs", "en-US"), Repository.Module.Location, directory));

            var maml = XDocument.Load(Path.Combine(directory, "VideoTools.PowerShell.dll-Help.xml"));
            var info = maml.Root!.Elements(Command + "command")
                .Single(command => command.Element(Command + "details")!.Element(Command + "name")!.Value == "Get-VideoInfo");
            var path = info.Element(Command + "parameters")!.Elements()
                .Single(parameter => parameter.Element(Maml + "name")!.Value == "Path");
            Assert.Equal("0", path.Attribute("position")!.Value);
            Assert.Equal("True (ByValue)", path.Attribute("pipelineInput")!.Value);
            Assert.Equal("true", path.Attribute("globbing")!.Value);
            Assert.Equal(2, info.Element(Command + "syntax")!.Elements().Count());
            Assert.Equal(3, info.Element(Command + "examples")!.Elements().Count());
            Assert.True(File.Exists(Path.Combine(directory, "about_VideoTools.help.txt")));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static Dictionary<string, string> Pages() => Directory.EnumerateFiles(Repository.At("docs", "en-US"), "*.md")
        .ToDictionary(file => Path.GetFileName(file), file => File.ReadAllText(file).ReplaceLineEndings("\n"));
}
