using System.Text.RegularExpressions;
using System.Xml.Linq;
using VideoTools.Help;

namespace VideoTools.PowerShell.Tests.ModuleFiles;

public sealed partial class ManifestTests
{
    private static readonly string Manifest = File.ReadAllText(Repository.At("module", "VideoTools.psd1"));

    [Fact]
    public void CmdletsToExport_AreTheCmdletsOfTheAssembly() => Assert.Equal(
        Repository.Commands.Select(command => command.Name).Order(StringComparer.Ordinal),
        Values("CmdletsToExport"));

    [Theory]
    [InlineData("FunctionsToExport")]
    [InlineData("AliasesToExport")]
    [InlineData("VariablesToExport")]
    public void OtherExports_AreNone(string key) => Assert.Empty(Values(key));

    [Theory]
    [InlineData("FormatsToProcess")]
    public void Files_ThatTheManifestNames_AreWrittenByTheBuild(string key)
    {
        var directory = Directory.CreateTempSubdirectory("views-").FullName;
        try
        {
            ViewFiles.Write(directory);
            Assert.All(Values(key), file => Assert.True(File.Exists(Path.Combine(directory, file)), file));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Theory]
    [InlineData("RootModule", "VideoTools.psm1")]
    [InlineData("PowerShellVersion", "7.6")]
    public void Value_OfKey_IsAsDesigned(string key, string expected) => Assert.Equal(expected, Value(key));

    [Fact]
    public void ModuleVersion_IsTheVersionOfTheProjects() => Assert.Equal(
        XDocument.Load(Repository.At("Directory.Build.props")).Descendants("Version").Single().Value,
        Value("ModuleVersion"));

    [Fact]
    public void ScriptModule_OnlyLoadsTheAssembly()
    {
        var script = File.ReadAllText(Assert.Single(Directory.EnumerateFiles(Repository.At("module"), "*.psm1")));

        Assert.DoesNotContain("function ", script, StringComparison.Ordinal);
        Assert.Contains("VideoTools.PowerShell.dll", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_AreThoseOfTheCmdlets()
    {
        Assert.Equal(ProjectAddress.Home, Value("ProjectUri"));
        Assert.StartsWith(ProjectAddress.Home + "/", Value("HelpInfoURI"), StringComparison.Ordinal);
        Assert.All(Repository.Commands, command => Assert.Equal($"{ProjectAddress.Help}{command.Name}.md", command.HelpUri));
    }

    private static string Value(string key) => Regex.Match(Manifest, $@"(?m)^\s*{key}\s*=\s*'([^']*)'").Groups[1].Value;

    private static string[] Values(string key)
    {
        var list = Regex.Match(Manifest, $@"(?ms)^\s*{key}\s*=\s*@\((.*?)\)");
        Assert.True(list.Success, key);
        return [.. Quoted().Matches(list.Groups[1].Value).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();
}
