
namespace VideoTools.PowerShell.Tests.Binding;

public sealed class IsolationTests
{
    [Fact]
    public void References_OfTheModule_AreCorePowerShellAndFramework()
    {
        var names = Repository.Module.GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) || name == "System.Management.Automation")
            .Order(StringComparer.Ordinal);

        Assert.Equal(["System.Management.Automation", "VideoTools.Core"], names);
    }

    [Fact]
    public void Output_OfTheModuleProject_HoldsNoEngine() =>
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(typeof(VideoCmdlet).Assembly.Location)!, "VideoTools.Engine.dll")));

    [Fact]
    public void EngineLoadContext_Core_IsTheOneOfTheDefaultContext()
    {
        // Any assembly with a deps.json can stand for the engine here.
        var context = new EngineLoadContext(typeof(IsolationTests).Assembly.Location);

        Assert.Same(typeof(VideoInfo).Assembly, context.LoadFromAssemblyName(typeof(VideoInfo).Assembly.GetName()));
    }

    [Fact]
    public void EngineLoadContext_OtherDependency_IsLoadedIntoTheContextItself()
    {
        var context = new EngineLoadContext(typeof(IsolationTests).Assembly.Location);
        var name = typeof(Help.HelpBuilder).Assembly.GetName();

        var loaded = context.LoadFromAssemblyName(name);

        Assert.NotSame(typeof(Help.HelpBuilder).Assembly, loaded);
        Assert.Equal(name.FullName, loaded.FullName);
    }
}
