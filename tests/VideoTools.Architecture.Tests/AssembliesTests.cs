namespace VideoTools.Architecture.Tests;

/// <summary>What the assemblies may use of each other.</summary>
public class AssembliesTests
{
    [Fact]
    public void Core_UsesTheFrameworkOnly() => Assert.All(
        AssemblyModel.Core.Module.AssemblyReferences, reference => Assert.StartsWith("System", reference.Name, StringComparison.Ordinal));

    [Fact]
    public void PowerShell_DoesNotReferenceTheEngine()
    {
        var references = AssemblyModel.PowerShell.Module.AssemblyReferences.Select(reference => reference.Name).ToList();

        Assert.Contains("VideoTools.Core", references);
        Assert.DoesNotContain("VideoTools.Engine", references);
    }

    [Fact]
    public void CommandLine_UsesOfTheEngineItsEntranceOnly() => Assert.Equal(
        ["VideoTools.Engine.VideoEngine"],
        AssemblyModel.Cli.Types.SelectMany(pair => pair.Uses).Where(used => AssemblyModel.IsBelow(used, "VideoTools.Engine")).Distinct());

    [Theory]
    [InlineData("Output", "VideoTools.Cli.Commands", "VideoTools.Cli.Hosting", "VideoTools.Cli.CliApplication", "VideoTools.Cli.Program")]
    [InlineData("Input", "VideoTools.Cli.Commands", "VideoTools.Cli.CliApplication", "VideoTools.Cli.Program")]
    [InlineData("Hosting", "VideoTools.Cli.Commands", "VideoTools.Cli.CliApplication", "VideoTools.Cli.Program")]
    [InlineData("Commands", "VideoTools.Cli.CliApplication", "VideoTools.Cli.Program")]
    public void CommandLine_FoldersFormNoCycle(string folder, params string[] forbidden) =>
        Assert.Empty(AssemblyModel.Cli.Find("VideoTools.Cli." + folder, forbidden));
}
